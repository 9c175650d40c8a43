import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { stopBoss } from '#modules/jobs/boss.server.ts'
import { surroundings } from '#bin/start-program.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { runProgram } from '#tests/support/run-program.ts'
import { databaseNamed, onServer } from '#tests/support/template.ts'

const folder = mkdtempSync(join(tmpdir(), 'belay-backup-'))
const place = (url: string) => ({ ...surroundings(join(folder, 'data')), DATABASE_URL: url })
const backedUp = join(folder, 'first')
beforeAll(theCast)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Every row of every table as text, so that one bit less would show. */
async function everything(url: string): Promise<Record<string, { rows: number; digest: string | null }>> {
  const { rows: tables } = await onServer(url, `SELECT schemaname || '.' || quote_ident(tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'jobs') AND tablename <> '_prisma_migrations' ORDER BY 1`) as { rows: { name: string }[] }
  const found = await Promise.all(tables.map(async ({ name }) => [name, (await onServer(url, `SELECT count(*)::int AS rows, md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) AS digest FROM ${name} t`)).rows[0]] as const))
  return Object.fromEntries(found)
}

const newDatabase = async () => {
  const name = `restored_${crypto.randomUUID()}`
  await onServer(inject('databaseServer'), `CREATE DATABASE "${name}"`)
  return databaseNamed(inject('databaseServer'), name)
}

/** One row of each kind that could be written before there was a rule against it. */
const beforeTheRule = ({ riverside, people: { fatima, tom } }: Cast) => ({
  ClockTarget: `INSERT INTO "ClockTarget" ("organisationId", clock, danger, minutes, "byId") VALUES ('${riverside}', 'received', 'soon', 1440, '${fatima!.id}')`,
  KeptLonger: `INSERT INTO "KeptLonger" (id, "organisationId", rule, "subjectId", "untilDay", reason, "byId") VALUES (uuidv7(), '${riverside}', 'safeguarding.concern', uuidv7(), app.now() + interval '30 years', '\\x00', '${fatima!.id}')`,
  ConcernAttempt: `INSERT INTO "ConcernAttempt" ("organisationId", "personId", rung, way, outcome) VALUES ('${riverside}', '${tom!.id}', 'first', 'letter', 'done')`,
})

test('a backup gives back every row, those from before a rule as well, into an empty database and into no other', async () => {
  // The queue writes down when it last looked at its clock: it rests while every row is compared.
  await stopBoss()
  const old = Object.entries(beforeTheRule(await theCast()))
  for (const [table, row] of old) await onServer(databaseUrl(), `ALTER TABLE "${table}" DISABLE TRIGGER USER; ${row}; ALTER TABLE "${table}" ENABLE TRIGGER USER`)
  const before = await everything(databaseUrl())
  expect(Object.values(before).reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(100)
  expect(await runProgram(['bin/backup.ts', backedUp], place(databaseUrl()))).toMatchObject({ code: 0, said: expect.stringContaining('keep it apart') as string })

  const again = await newDatabase()
  expect(await runProgram(['bin/restore.ts', backedUp], place(again))).toMatchObject({ code: 0 })
  expect(await everything(again)).toEqual(before)
  for (const [table, row] of old) for (const url of [databaseUrl(), again]) await expect(onServer(url, row), `${table}: nobody writes one now`).rejects.toMatchObject({ code: '23514', table })

  const refused = await runProgram(['bin/restore.ts', backedUp], place(again))
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('not empty') as string })
}, 180_000)

test('nobody can read a backup without the master key, and a damaged one restores nothing', async () => {
  const files = readdirSync(backedUp)
  expect(files.filter((file) => readFileSync(join(backedUp, file)).includes('Okonjo'))).toEqual([])

  const empty = await newDatabase()
  const other = { ...place(empty), MASTER_KEY: Buffer.alloc(32, 9).toString('base64') }
  expect(await runProgram(['bin/restore.ts', backedUp], other)).toMatchObject({ code: 1, said: expect.stringContaining('another master key') as string })

  const file = join(backedUp, 'public.Person.rows')
  const whole = readFileSync(file)
  const damaged = Buffer.from(whole)
  damaged[40]! ^= 1
  writeFileSync(file, damaged)
  expect(await runProgram(['bin/restore.ts', backedUp], place(empty))).toMatchObject({ code: 1, said: expect.stringContaining('damaged') as string })
  expect((await everything(empty))['public."Organisation"']!.rows).toBe(0)
  writeFileSync(file, whole)
  expect(await runProgram(['bin/restore.ts', backedUp], place(empty))).toMatchObject({ code: 0 })
}, 180_000)
