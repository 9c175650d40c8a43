import { spawn } from 'node:child_process'

/** One check: what it is called, and whether all is well. */
export type Check = { name: string; passed: number; failed: number }

const commands: { name: string; args: string[] }[] = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc'] },
  { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0', '--cache', '--cache-location', 'node_modules/.belay/eslint'] },
  { name: 'imports', args: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.js', 'app', 'modules', 'bin', 'prisma', 'tests', 'server.ts'] },
  { name: 'curriculum', args: ['bin/curriculum.ts'] },
]

/** Runs a program with this Node and gives back how it ended; what it says goes to the terminal. */
export const runNode = (args: string[], env: Record<string, string> = {}): Promise<number> => new Promise((resolve) => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
  child.on('error', () => resolve(1))
  child.on('exit', (code) => resolve(code ?? 1))
})

/** The static checks: types, lint, who leans on whom, the curriculum. Each counts as one. Two at a time, and each is heard out whole. */
export async function check(): Promise<Check[]> {
  const left = commands.map((command, place) => ({ ...command, place }))
  const done: Check[] = []
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { isWell, said } = await hearOut(next.args)
      console.log(`\n── ${next.name}\n${said}`)
      done[next.place] = { name: next.name, passed: isWell ? 1 : 0, failed: isWell ? 0 : 1 }
    }
  }
  await Promise.all([work(), work()])
  return done
}

const hearOut = (args: string[]): Promise<{ isWell: boolean; said: string }> => new Promise((resolve) => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (some: Buffer) => { said += some.toString() })
  child.on('error', (error) => resolve({ isWell: false, said: `${said}${error.message}` }))
  child.on('close', (code) => resolve({ isWell: code === 0, said }))
})

/** Says what each came to, and the sum on the last line, alone. */
export function addUp(checks: readonly Check[]): number {
  console.log('')
  for (const { name, passed, failed } of checks) console.log(`${failed ? '✗' : '✓'} ${name.padEnd(12)} ${passed} passed, ${failed} failed`)
  const failed = checks.reduce((sum, check) => sum + check.failed, 0)
  console.log(`\n${checks.reduce((sum, check) => sum + check.passed, 0)} passed, ${failed} failed`)
  return failed
}

if (import.meta.main) process.exit(addUp(await check()) ? 1 : 0)
