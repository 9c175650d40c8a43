import { join } from 'node:path'
import pg from 'pg'
import { startProgram, surroundings, type Started } from '#bin/start-program.ts'

/** A running Belay with a database of its own, filled with the demo programme. */
export type Belay = {
  url: string
  /** The administrator's address of its database, for what a page cannot show. */
  databaseUrl: string
  /** The mail it has written lies here. */
  outbox: string
  /** Asks its database, as the administrator, whom no policy binds. */
  sql: <Row>(text: string, values?: unknown[]) => Promise<Row[]>
  /** Moves its clock on: `'16 minutes'`. */
  moveClock: (by: string) => Promise<void>
  /** Ends the app process between two instructions. */
  kill: () => Promise<void>
  /** Starts it again on the same address and database. */
  startAgain: () => Promise<void>
  /** A second app process on the same database, at an address of its own. */
  another: () => Promise<{ url: string; end: () => Promise<void> }>
  end: () => Promise<void>
}

const asAdministrator = async <Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

let count = 0

/** Copies the demo programme and starts an app process on the copy. */
export async function startBelay(): Promise<Belay> {
  const server = process.env.BELAY_E2E_DATABASE!
  const name = `e2e_${process.pid}_${++count}`
  const folder = join(process.env.BELAY_E2E_FOLDER!, name)
  await asAdministrator(server, `CREATE DATABASE "${name}" TEMPLATE template_belay`)
  const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const start = (port = 0, env = {}) => startProgram<{ port: number }>('tests/support/serve.ts', [databaseUrl, String(port)], { ...surroundings(folder), ...env })

  let app: Started<{ port: number }> = await start()
  const { port } = app.said
  const others: Started<{ port: number }>[] = []
  return {
    url: `http://localhost:${port}`, databaseUrl, outbox: join(folder, 'outbox'),
    sql: (text, values) => asAdministrator(databaseUrl, text, values) as never,
    moveClock: async (by) => { await asAdministrator(databaseUrl, `UPDATE testing.clock SET ahead = ahead + $1::interval`, [by]) },
    kill: () => app.end('SIGKILL'),
    startAgain: async () => { app = await start(port) },
    another: async () => {
      const other = await start()
      others.push(other)
      return { url: `http://localhost:${other.said.port}`, end: () => other.end() }
    },
    end: async () => {
      await Promise.all([app, ...others].map((one) => one.end()))
      await asAdministrator(server, `DROP DATABASE "${name}" WITH (FORCE)`)
    },
  }
}
