import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { once } from 'node:events'

/** A program of ours that has started and said, as a line of JSON, where it is. */
export type Started<Said> = { said: Said; process: ChildProcess; end: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void> }

/** Starts a program of ours, and waits for the line of JSON it says when it is there. What it writes before goes into the error if it dies. */
export async function startProgram<Said>(file: string, args: string[], env: Record<string, string>): Promise<Started<Said>> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], { env: { ...process.env, NODE_OPTIONS: '', ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
  const written: string[] = []
  child.stderr.on('data', (some: Buffer) => written.push(some.toString()))
  const gone = once(child, 'exit')
  const said = new Promise<Said>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      // A line of the log is JSON too.
      if (line.startsWith('{') && !line.startsWith('{"level"')) resolve(JSON.parse(line) as Said)
      else written.push(`${line}\n`)
    })
    child.on('exit', (code, signal) => reject(new Error(`${file} ended (${signal ?? code}) before it was ready.\n${written.join('')}`)))
  })
  return {
    said: await said, process: child,
    end: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill(signal)
      await gone
    },
  }
}

/** What every program started by a test or the bench lives in: its own folder, a master key that guards nothing, a quiet log. */
export const surroundings = (folder: string) => ({
  DATA_DIR: folder, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'error', NODE_ENV: 'production', DATABASE_URL: '', BELAY_DEMO: '', BASE_URL: '', TRUST_PROXY: '', SMTP_URL: '', OIDC_ISSUERS: '', CLAMD: '', ROOTS_DIR: '', ROOTS_MAIL: '',
})
