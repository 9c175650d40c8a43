import { beforeAll, expect, test } from 'vitest'
import { asOwner } from '#tests/support/as-owner.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { theDemo } from '#tests/support/the-demo.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { climbWhatWaits } from './climb.server.ts'

// The list of concerns works its rules out once, in a function that the policies do not bind. Here the policies are asked, table by table, and must say the same of everybody.
let cast: Cast
type Row = { id: string; openable: boolean; raisedById: string | null; receivedById: string | null; takenOnAt: Date | null; climbed: unknown[]; keptFrom: string[]; isAlerted: boolean; isHolderGone: boolean; dueOn: string | null }
type Which = { before?: Date; ended?: boolean; most?: number }

const listed = (viewer: Viewer, { before, ended = false, most = 500 }: Which = {}) => read(viewer, (tx) => tx.$queryRaw<Row[]>`
  SELECT l.*, l."dueOn"::text AS "dueOn" FROM app.concerns_listed(${before ?? null}::timestamptz, ${ended}, ${most}) l`)

const byPolicy = (viewer: Viewer, { before, ended = false, most = 500 }: Which = {}) => read(viewer, (tx) => tx.$queryRaw<Row[]>`
  SELECT c.id, c."organisationId", c."raisedAt", c.danger, c."raisedById", r.at AS "receivedAt", r."byId" AS "receivedById", t.at AS "takenOnAt",
    CASE WHEN h."concernId" IS NOT NULL THEN h."holderId" WHEN t.at IS NOT NULL THEN app.who_looks_after(c.id) END AS "takenOnById", h."concernId" IS NOT NULL AS openable, h.state AS stands, h."caseLevel" AS level,
    least(h."reviewOn", (SELECT min(a."dueOn") FROM "CaseAction" a WHERE a."concernId" = c.id AND NOT EXISTS (SELECT FROM "CaseActionEnd" e WHERE e."actionId" = a.id)))::text AS "dueOn",
    h."concernId" IS NOT NULL AND t.at IS NOT NULL AND NOT EXISTS (SELECT FROM app.keepers_named(c.id) k WHERE k."personId" = h."holderId") AS "isHolderGone",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('clock', k.clock, 'rung', k.rung)), '[]') FROM "ConcernClimb" k WHERE k."concernId" = c.id) AS climbed,
    (SELECT coalesce(array_agg(f."personId"::text), '{}') FROM "ConcernKeptFrom" f WHERE f."concernId" = c.id) AS "keptFrom",
    EXISTS (SELECT FROM "ConcernAlert" a WHERE a."concernId" = c.id AND a."personId" = ${viewer.id}::uuid AND a.rung <> 'delivery_site') AS "isAlerted"
  FROM "Concern" c LEFT JOIN "ConcernReceipt" r ON r."concernId" = c.id LEFT JOIN "TakingOn" t ON t."concernId" = c.id LEFT JOIN "ChronologyHead" h ON h."concernId" = c.id
  WHERE (${before ?? null}::timestamptz IS NULL OR t.at < ${before ?? null}::timestamptz) AND (h."concernId" IS NOT NULL OR r."byId" = ${viewer.id}::uuid)
    AND coalesce(h.state IN ('closed', 'duplicate', 'transferred'), false) = ${ended}
  ORDER BY t.at IS NOT NULL, r.at IS NOT NULL, t.at DESC, c."raisedAt" LIMIT ${most}`)

const inOrder = (rows: Row[]) => rows.map((row) => ({ ...row, keptFrom: [...row.keptFrom].sort(), climbed: row.climbed.map((one) => JSON.stringify(one)).sort() })).sort((one, other) => one.id.localeCompare(other.id))

async function expectTheSame() {
  const all: Record<string, Row[]> = {}
  const ids = [...new Set((await Promise.all(Object.values(cast.people).flatMap((viewer) => [false, true].map((ended) => byPolicy(viewer, { ended }))))).flat().map(({ id }) => id))]
  expect(ids.length).toBeGreaterThan(5)
  for (const [name, viewer] of Object.entries(cast.people)) {
    all[name] = []
    for (const ended of [false, true]) {
      const [rows, theirs] = [await listed(viewer, { ended }), await byPolicy(viewer, { ended })]
      expect(inOrder(rows), `${name} ${ended}`).toEqual(inOrder(theirs))
      all[name].push(...rows)
    }
    const kept = await read(viewer, (tx) => tx.$queryRaw<{ one: string[]; many: string[] }[]>`
      SELECT ARRAY (SELECT i FROM unnest(${ids}::uuid[]) i WHERE app.keeps_concern(i) ORDER BY i)::text[] AS one, ARRAY (SELECT k."concernId" FROM app.concerns_i_keep(${ids}::uuid[]) k ORDER BY 1)::text[] AS many`)
    expect(kept[0]!.many, `${name} keeps`).toEqual(kept[0]!.one)
  }
  return all
}

beforeAll(async () => {
  cast = await theDemo()
  // Only time lets a concern climb: a working day goes by.
  await moveClock('9 hours')
  await climbWhatWaits()
  await moveClock('0')
}, 120_000)

test('the list says of everybody what the policies say', async () => {
  const all = await expectTheSame()
  // What is compared is there: those who read, whoever only received, a head to whom it climbed, an adult who was brought in, and everybody else nothing.
  for (const name of ['marcus', 'fatima', 'tom', 'hana', 'helen']) expect(all[name], name).not.toEqual([])
  expect(all.marcus!.some((row) => !row.openable && row.receivedById === cast.people.marcus!.id), 'received, and taken on by somebody else').toBe(true)
  expect(all.fatima!.some((row) => row.climbed.length > 0 && row.dueOn !== null) || all.fatima!.some((row) => row.keptFrom.length > 0)).toBe(true)
  for (const name of ['grace', 'amara', 'sam', 'noor', 'vera']) expect(all[name], name).toEqual([])
})

test('a page of it is the same page', async () => {
  const rows = await listed(cast.people.fatima!)
  const taken = rows.flatMap(({ takenOnAt }) => takenOnAt ?? []).sort((one, other) => other.getTime() - one.getTime())
  const before = taken[0]!
  for (const which of [{ most: 2 }, { before, most: 3 }, { before }])
    expect((await listed(cast.people.fatima!, which)).map(({ id }) => id)).toEqual((await byPolicy(cast.people.fatima!, which)).map(({ id }) => id))
})

test('also of who was told, received, raised or looks after one, and is kept from it, has left, or has an action of their own', async () => {
  const { marcus, fatima, tom, helen, jay } = cast.people
  const [first, second] = (await listed(marcus!)).filter((row) => row.receivedById === marcus!.id)
  const raised = (await listed(fatima!)).find((row) => row.id !== first!.id && row.id !== second!.id && row.receivedById !== null && row.openable)
  await asOwner(`SET session_replication_role = replica;
    INSERT INTO "ConcernKeptFrom" ("concernId", "organisationId", "personId") SELECT id, "organisationId", '${marcus!.id}' FROM "Concern" WHERE id = '${first!.id}';
    UPDATE "Concern" SET "raisedById" = r."byId" FROM "ConcernReceipt" r WHERE r."concernId" = "Concern".id AND "Concern".id = '${raised!.id}';
    UPDATE "CaseAction" SET "ownerId" = '${marcus!.id}'`)
  await expectTheSame()
  expect((await listed(marcus!)).map(({ id }) => id)).not.toContain(first!.id)
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() WHERE "personId" IN (${[marcus, tom, helen, jay].map((one) => `'${one!.id}'`).join(', ')})`)
  const left = await expectTheSame()
  expect(left.helen).toEqual([])
  expect(left.tom!.every((row) => !row.openable && row.raisedById === tom!.id && row.receivedById === tom!.id)).toBe(true)
})
