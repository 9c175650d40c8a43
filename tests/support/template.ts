import pg from 'pg'
import { prepareDatabase } from '#bin/prepare.ts'
import { fillPeople, type Cast } from '#prisma/demo/people.ts'
import { closeClients } from '#modules/db/clients.server.ts'
import { schema, stopBoss } from '#modules/jobs/boss.server.ts'
import { startJobs } from '#modules/jobs/work.server.ts'

/** The address of another database on the same server. */
export const databaseNamed = (server: string, name: string): string => {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Runs one statement on the server, as its administrator. */
export async function onServer(server: string, sql: string) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

/** Migrates the template once and gives it the clock that tests can move. Nobody is in it. */
export async function makeEmptyTemplate(server: string): Promise<string> {
  await onServer(server, 'CREATE DATABASE template_belay')
  const url = databaseNamed(server, 'template_belay')
  await prepareDatabase(url)
  await onServer(url, `
    CREATE SCHEMA testing AUTHORIZATION owner;
    CREATE TABLE testing.clock (ahead interval NOT NULL);
    ALTER TABLE testing.clock OWNER TO owner;
    INSERT INTO testing.clock VALUES ('0');
    GRANT USAGE ON SCHEMA testing TO app, door, system;
    GRANT SELECT ON testing.clock TO app, door, system;
    CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT clock_timestamp() + (SELECT ahead FROM testing.clock)';`)
  return url
}

/** The template with the demo's people in it, and nothing they have done. */
export async function makeTemplate(server: string): Promise<Cast> {
  const url = await makeEmptyTemplate(server)
  await startJobs()
  const cast = await fillPeople()
  await stopBoss()
  await closeClients()
  // The letters of invitations that were taken up at once: no test has put them there.
  await onServer(url, `DELETE FROM ${schema}.job`)
  return cast
}

/** A database of its own, copied from the template. */
export async function copyTemplate(server: string, name: string): Promise<string> {
  await onServer(server, `CREATE DATABASE "${name}" TEMPLATE template_belay`)
  return databaseNamed(server, name)
}
