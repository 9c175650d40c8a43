import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** A Belay started the way people start it. `said` grows while it runs. */
export type AStart = { child: ChildProcess; port: number; said: () => string; gone: Promise<number | null> }

export const freePort = () => new Promise<number>((resolve) => {
  const probe = createServer().listen(0, 'localhost', () => {
    const { port } = probe.address() as { port: number }
    probe.close(() => resolve(port))
  })
})

/** Starts a program in a process group of its own, as a terminal does, with nothing of this test's own surroundings but what is given. */
export async function aStart(command: string, args: string[], env: Record<string, string>): Promise<AStart> {
  const port = Number(env.PORT) || await freePort()
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(command, args, { env: { PATH, HOME, LOG_LEVEL: 'error', NODE_ENV: 'production', ...env, PORT: env.PORT ?? String(port) }, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (some: Buffer) => { said += some.toString() })
  const gone = once(child, 'exit').then(([code]) => code as number | null)
  return { child, port, said: () => said, gone }
}

/** Waits until it says so; if it ends before, what it did say is the error. */
export async function isReady(start: AStart): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const look = () => { if (start.said().includes('Belay is ready on')) resolve() }
    start.child.stdout!.on('data', look)
    start.child.on('exit', (code) => reject(new Error(`It ended (${String(code)}) before it was ready:\n${start.said()}`)))
    look()
  })
}

/** What Ctrl-C does in a terminal: the whole group hears it. */
export const pressCtrlC = (start: AStart) => process.kill(-start.child.pid!, 'SIGINT')
