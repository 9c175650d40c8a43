import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { surroundings } from '#bin/start-program.ts'
import { of, step, taken } from '#tests/support/a-case.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { runProgram } from '#tests/support/run-program.ts'
import { onServer } from '#tests/support/template.ts'
import { asSystem } from '../db/as-system.server.ts'
import { change } from '../db/change.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { addNote } from '../safeguarding/add-note.server.ts'
import { linkAfter, type Line } from '../safeguarding/fold-lines.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { startJobs } from '../jobs/work.server.ts'
import { settings } from '../settings.server.ts'
import { anchorHeads } from './anchor-heads.server.ts'
import { anchorJobs } from './anchor-jobs.server.ts'
import { keepRootsOutside } from './keep-roots-outside.server.ts'
import { keptRoots } from './kept-roots.server.ts'
import { verifyRoots } from './verify-roots.server.ts'

const place = mkdtempSync(join(tmpdir(), 'belay-roots-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))
const ask = async <Row>(sql: string) => (await onServer(databaseUrl(), sql)).rows as Row[]
/** What somebody with the server itself in their hands could do. */
const tamper = (sql: string) => onServer(databaseUrl(), `SET session_replication_role = replica; ${sql}`)
const note = (concernId: string, words: string) => addNote(of('fatima'), { ...step(concernId), words })

let days = 0
const nextDay = async () => { await moveClock(`${++days} days`); return anchorHeads() }

/** A line written anew, and every link after it, and the head: whoever does that leaves a chronology in which all fits. */
async function writeAnew(concernId: string, number: number) {
  const lines = await ask<Line>(`SELECT id, number, "organisationId", kind, "byId", (extract(epoch FROM at) * 1000)::bigint AS ms, facts::text AS facts, words, hash FROM "ChronologyEntry" WHERE "concernId" = '${concernId}' ORDER BY number`)
  let before: Buffer = Buffer.from(lines[number - 2]!.hash)
  for (const line of lines.slice(number - 1)) {
    const changed = line.number === number ? { ...line, byId: of('tom').id } : line
    before = linkAfter(before, changed, concernId)
    await tamper(`UPDATE "ChronologyEntry" SET "byId" = '${changed.byId}', hash = '\\x${before.toString('hex')}' WHERE id = '${line.id}'`)
  }
  await tamper(`UPDATE "ChronologyHead" SET hash = '\\x${before.toString('hex')}' WHERE "concernId" = '${concernId}'`)
}

test('once a day, whoever comes first: the heads that have grown are written down, and the root holds the day before', async () => {
  const [one, two] = [await taken(), await taken()]
  const done = (await Promise.all([anchorHeads(), anchorHeads(), anchorHeads()])).filter((day) => day !== null)
  expect(done).toHaveLength(1)
  expect(await anchorHeads()).toBeNull()
  await note(two, 'Seen.')
  const second = await nextDay()
  expect(second).not.toBeNull()
  expect((await ask<{ concernId: string }>(`SELECT "concernId" FROM "AnchoredHead" WHERE day = '${second}'`)).map((row) => row.concernId), 'only what has grown').toEqual([two])
  expect(await ask(`SELECT day::text AS day, heads FROM "DayRoot" ORDER BY day`)).toEqual([{ day: done[0], heads: 2 }, { day: second, heads: 2 }])
  expect(await verifyRoots()).toEqual([])
  expect(await verifyChronology('system', one)).toMatchObject({ isWhole: true })
})

test('a chronology rewritten with its head: every link fits, and the days on which it was anchored name it', async () => {
  const [id, shorter] = [await taken(), await taken()]
  await note(id, 'Seen at two.')
  await note(shorter, 'He said that I should not have written this.')
  const day = await nextDay()
  await note(id, 'Seen again.')
  await writeAnew(id, 5)
  expect(await verifyChronology('system', id), 'the chain itself is whole').toMatchObject({ isWhole: true })
  await tamper(`UPDATE "ChronologyHead" h SET length = 4, hash = (SELECT e.hash FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND e.number = 4) WHERE "concernId" = '${shorter}';
    SET session_replication_role = replica; DELETE FROM "ChronologyEntry" WHERE "concernId" = '${shorter}' AND number = 5`)
  expect(await verifyChronology('system', shorter)).toMatchObject({ isWhole: true })
  expect((await verifyRoots()).sort((a, b) => a.why.localeCompare(b.why))).toEqual([
    { day, concernId: shorter, why: 'It had 5 lines when it was anchored, and has fewer now.' },
    { day, concernId: id, why: 'Line 5 is not the one that was anchored.' },
  ])
  // And on the next day it is still named, though the head of today is anchored as it stands.
  await nextDay()
  expect((await verifyRoots()).map((one) => one.concernId).sort()).toEqual([id, shorter].sort())
  await ask(`SET session_replication_role = replica; DELETE FROM "AnchoredHead"; DELETE FROM "SettingRoot"; DELETE FROM "DayRoot"`)
})

test('heads, settings and days hold each other, and what was kept outside holds them all', async () => {
  const id = await taken()
  await nextDay()
  await note(id, 'Seen.')
  const day = (await nextDay())!
  expect(await keepRootsOutside(place)).toHaveLength(2)
  expect(await keepRootsOutside(place), 'once').toEqual([])
  const whole = async () => verifyRoots(await keptRoots(place))
  expect(await whole()).toEqual([])

  for (const [table, why] of [['AnchoredHead', 'The part of setting'], ['SettingRoot', 'The part of setting'], ['DayRoot', 'The root of the day']] as const) {
    const [{ hash }] = await ask<{ hash: Buffer }>(`SELECT hash FROM "${table}" WHERE day = '${day}' LIMIT 1`) as [{ hash: Buffer }]
    await tamper(`UPDATE "${table}" SET hash = sha256(hash) WHERE day = '${day}' AND hash = '\\x${hash.toString('hex')}'`)
    expect((await whole()).some((trouble) => trouble.day === day && trouble.why.startsWith(why)), table).toBe(true)
    await tamper(`UPDATE "${table}" SET hash = '\\x${hash.toString('hex')}' WHERE day = '${day}' AND hash = sha256('\\x${hash.toString('hex')}'::bytea)`)
    expect(await whole()).toEqual([])
  }

  // All of it written anew, so that everything in the database fits: only the file knows.
  await writeAnew(id, 5)
  await ask(`SET session_replication_role = replica; DELETE FROM "AnchoredHead"; DELETE FROM "SettingRoot"; DELETE FROM "DayRoot"`)
  await asSystem('anchor in a test', (tx) => tx.$queryRaw`SELECT app.anchor_heads()::text`)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
  expect(await verifyRoots()).toEqual([])
  expect((await whole()).map((trouble) => trouble.why)).toEqual([expect.stringContaining('is not in the database'), expect.stringContaining('is another: the database was changed')])
})

test('a file that is there is never written over, and what is no root says so', async () => {
  const other = join(place, 'other')
  mkdirSync(other)
  const [{ day }] = await ask<{ day: string }>(`SELECT day::text AS day FROM "DayRoot" ORDER BY day DESC LIMIT 1`) as [{ day: string }]
  writeFileSync(join(other, `${day}.txt`), 'not a root')
  expect(await keepRootsOutside(other)).toEqual([])
  expect(readFileSync(join(other, `${day}.txt`), 'utf8')).toBe('not a root')
  expect(readdirSync(other), 'nothing is left lying beside it').toEqual([`${day}.txt`])
  expect(await verifyRoots(await keptRoots(other))).toEqual([expect.objectContaining({ day, why: expect.stringContaining('is another') as string })])
})

test('nobody writes a root but the job, and nobody takes one back, the owner of the tables neither', async () => {
  for (const table of ['DayRoot', 'SettingRoot', 'AnchoredHead']) {
    await expect(asSystem('write in a test', (tx) => tx.$executeRawUnsafe(`INSERT INTO "${table}" SELECT * FROM "${table}"`)), table).rejects.toThrow('permission denied')
    await expect(change(of('fatima'), (tx) => tx.$queryRawUnsafe(`SELECT day FROM "${table}"`)), table).rejects.toThrow('permission denied')
    for (const sql of [`UPDATE "${table}" SET day = day`, `DELETE FROM "${table}"`, `TRUNCATE "${table}"`]) await expect(onServer(databaseUrl(), `SET ROLE owner; ${sql}`), sql).rejects.toThrow('added to, never changed or deleted')
  }
  await expect(change(of('fatima'), (tx) => tx.$queryRaw`SELECT app.anchor_heads()`)).rejects.toThrow('permission denied')
})

test('the program that verifies reads the files beside the data and the folders it is given, and ends with 1 where a day is another', async () => {
  const data = join(place, 'data')
  const here = { ...surroundings(data), DATABASE_URL: databaseUrl() }
  const whole = await runProgram(['bin/verify-safeguarding.ts'], here)
  expect(whole, whole.said).toMatchObject({ code: 0, said: expect.stringContaining('No root is kept outside') as string })
  const apart = await runProgram(['bin/verify-safeguarding.ts', place], here)
  expect(apart.code).toBe(1)
  expect(apart.said).toContain('is another: the database was changed after that day.')
})

test('the job makes the root and takes it outside: into a folder, and by letter where somebody is to have it', async () => {
  Object.assign(settings(), { dataDir: join(place, 'job'), ROOTS_MAIL: 'governor@riverside.example' })
  await startJobs()
  await moveClock(`${++days} days`)
  const [dayRoot, letter] = anchorJobs
  await dayRoot!.work({})
  await dayRoot!.work({})
  const [{ day, root }] = await ask<{ day: string; root: string }>(`SELECT day::text AS day, encode(hash, 'hex') AS root FROM "DayRoot" ORDER BY day DESC LIMIT 1`) as [{ day: string; root: string }]
  expect(readFileSync(join(place, 'job', 'roots', `${day}.txt`), 'utf8')).toContain(`root ${root}`)
  const queued = await ask<{ data: { day: string } }>(`SELECT data FROM jobs.job WHERE name = 'anchors.root-letter'`)
  expect(queued, 'one letter a day').toEqual([{ data: { day } }])
  await letter!.work({ day })
  const [file] = readdirSync(join(place, 'job', 'outbox'))
  const written = readFileSync(join(place, 'job', 'outbox', file!), 'utf8')
  expect(written).toContain('To: governor@riverside.example')
  expect(written).toContain(`root ${root}`)
})
