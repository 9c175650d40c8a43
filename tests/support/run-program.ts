import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs one of our programs to its end, and gives back how it ended and all it said. */
export async function runProgram(args: string[], env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { env: { ...process.env, NODE_OPTIONS: '', VITEST: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (some: Buffer) => { said += some.toString() })
  const [code] = await once(child, 'exit') as [number | null]
  return { code, said }
}
