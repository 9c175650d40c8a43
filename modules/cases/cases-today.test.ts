import { beforeAll, expect, test } from 'vitest'
import { asOwner } from '#tests/support/as-owner.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'
import { theDemo } from '#tests/support/the-demo.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { today } from '../clock.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { climbWhatWaits } from '../safeguarding/climb.server.ts'

// Today looks for what could be on it first and works the rules out for that alone, in functions that the policies do not bind. Here the policies are asked, table by table, and must say the same of everybody.
let cast: Cast
let ids: string[]
type Row = { concernId: string; isNew?: boolean; keeps?: boolean; isOpened?: boolean; hasMore?: boolean; isSilent?: boolean; isDue?: boolean; coversForId?: string | null }
type Question = { byFunction: (tx: Tx) => Promise<Row[]>; byPolicy: (tx: Tx, viewer: Viewer) => Promise<Row[]> }

const questions: Record<string, Question> = {
  read: {
    byFunction: (tx) => tx.$queryRaw`SELECT "concernId" FROM app.which_i_read(${ids}::uuid[])`,
    byPolicy: (tx) => tx.$queryRaw`SELECT "concernId" FROM "ChronologyHead" WHERE "concernId" = ANY (${ids}::uuid[])`,
  },
  times: {
    byFunction: (tx) => tx.$queryRaw`SELECT * FROM app.case_times_i_read(${ids}::uuid[])`,
    byPolicy: (tx) => tx.$queryRaw`
      SELECT h."concernId", h."organisationId", h.state::text AS state, h."caseLevel"::text AS level, c.danger::text AS danger, h."reviewOn"::text AS "reviewOn", t.at AS "takenOnAt", s.at AS "handedOnAt", (s.facts->>'receiptBy')::timestamptz AS "receiptBy", e.*
      FROM "ChronologyHead" h JOIN "Concern" c ON c.id = h."concernId" JOIN "TakingOn" t ON t."concernId" = h."concernId" LEFT JOIN "ChronologyEntry" s ON h.state = 'transferred' AND s.id = app.transfer_awaited(h."concernId")
      CROSS JOIN LATERAL (
        SELECT max(at) FILTER (WHERE kind = 'reopened') AS "reopenedAt", min(at) FILTER (WHERE kind = 'triaged') AS "firstTriagedAt", max(at) FILTER (WHERE kind = 'triaged') AS "lastTriagedAt",
          max(at) FILTER (WHERE kind = 'closed') AS "closedAt", max(at) FILTER (WHERE kind = 'decided') AS "decidedAt", max(at) FILTER (WHERE kind = 'reviewed') AS "reviewedAt"
        FROM "ChronologyEntry" WHERE "concernId" = h."concernId") e
      WHERE h.state NOT IN ('waiting', 'received', 'closed', 'duplicate') AND (h.state <> 'transferred' OR s.at IS NOT NULL)`,
  },
  receipts: {
    byFunction: (tx) => tx.$queryRaw`SELECT * FROM app.receipts_awaited()`,
    byPolicy: (tx) => tx.$queryRaw`
      SELECT h."concernId", c."raisedById", t.at AS "sentAt", t.facts->>'receiptBy' AS "receiptBy", (SELECT count(*)::int FROM "ChronologyEntry" x WHERE x."concernId" = h."concernId" AND x.kind = 'exported' AND x.facts->>'transferId' = t.id::text) AS packs
      FROM "ChronologyHead" h JOIN "Concern" c ON c.id = h."concernId" JOIN "ChronologyEntry" t ON t.id = app.transfer_awaited(h."concernId") WHERE h.state = 'transferred' AND app.keeps_concern(h."concernId")`,
  },
  today: {
    byFunction: (tx) => tx.$queryRaw`SELECT * FROM app.cases_today(${today()}::date)`,
    byPolicy: (tx, { id }) => tx.$queryRaw`
      SELECT h."concernId", h.state::text AS state, coalesce(t.at, c."raisedAt") AS since, c."raisedById", h."holderId" = ${id}::uuid AS "isMine", (SELECT v."personId" FROM app.covered_by_me() v WHERE v."organisationId" = h."organisationId" AND v."personId" = h."holderId") AS "coversForId",
        app.keeps_concern(h."concernId") AS keeps, coalesce((SELECT k."isLeft" FROM app.concerns_i_keep(ARRAY[h."concernId"]) k), false) AS "isLeft", coalesce(h."reviewOn" <= ${today()}::date, false) AS "isDue",
        EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND e.kind = 'decided') AS "isDecided",
        EXISTS (SELECT FROM "CaseAction" a WHERE a."concernId" = h."concernId" AND a."dueOn" < ${today()}::date AND NOT EXISTS (SELECT FROM "CaseActionEnd" d WHERE d."actionId" = a.id)) AS "isLate",
        EXISTS (SELECT FROM "CaseAction" a WHERE a."concernId" = h."concernId" AND NOT EXISTS (SELECT FROM "CaseActionEnd" d WHERE d."actionId" = a.id)) OR h."reviewOn" IS NOT NULL AS "isGoing",
        EXISTS (SELECT FROM "CaseReader" r WHERE r."concernId" = h."concernId" AND r."personId" = ${id}::uuid AND r."endedAt" IS NULL
          AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND e."byId" = ${id}::uuid AND e.kind = 'looked' AND e.at > r.at)) AS "isNew",
        EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND e.kind IN ('added', 'marked', 'notified') AND e."byId" IS DISTINCT FROM ${id}::uuid
          AND e.number > coalesce((SELECT max(l.number) FROM "ChronologyEntry" l WHERE l."concernId" = h."concernId" AND l.kind = 'looked' AND l."byId" = ${id}::uuid), 0)) AS "hasMore",
        EXISTS (SELECT FROM "GlassBroken" g WHERE g."concernId" = h."concernId" AND g."personId" <> ${id}::uuid
          AND NOT EXISTS (SELECT FROM "ChronologyEntry" l WHERE l."concernId" = h."concernId" AND l.kind = 'looked' AND l."byId" = ${id}::uuid AND l.at > g.at)) AS "isOpened",
        (SELECT e."byId" = ${id}::uuid FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND e.kind = 'closed' ORDER BY e.number DESC LIMIT 1) IS TRUE AS "closedByMe", silent.id IS NOT NULL AS "isSilent", silent."agencyId", silent."askedAt"
      FROM "ChronologyHead" h JOIN "Concern" c ON c.id = h."concernId" LEFT JOIN "TakingOn" t ON t."concernId" = h."concernId"
      LEFT JOIN LATERAL (
        SELECT r.id, (r.facts->>'agencyId')::uuid AS "agencyId", r.facts->>'happenedAt' AS "askedAt" FROM "ChronologyEntry" r
        WHERE r."concernId" = h."concernId" AND r.kind = 'referred' AND h.state = 'awaiting_agency'
          AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND e.kind = 'agency-answered' AND e.facts->>'referralId' = r.id::text AND (e.facts->>'isEnd')::boolean)
          AND (SELECT (e.facts->>'chaseAt')::timestamptz FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND (e.id = r.id OR e.facts->>'referralId' = r.id::text) AND e.facts ? 'chaseAt' ORDER BY e.number DESC LIMIT 1) <= app.now()
        ORDER BY r.number LIMIT 1) silent ON true
      WHERE (h.state IN ('taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency', 'closing')
          OR h."concernId" IN (SELECT e."concernId" FROM "ChronologyEntry" e WHERE e.kind IN ('added', 'marked', 'notified') AND e.at > app.now() - interval '120 days') OR h."concernId" IN (SELECT g."concernId" FROM "GlassBroken" g))
        AND (h."organisationId" = ANY (app.my_organisations('{safeguarding_lead,deputy_lead,head,programme_lead}')) OR h."concernId" IN (SELECT r."concernId" FROM "CaseReader" r WHERE r."personId" = ${id}::uuid AND r."endedAt" IS NULL))`,
  },
}

const inOrder = (rows: Row[]) => rows.toSorted((one, other) => one.concernId.localeCompare(other.concernId))

/** What each question says of everybody, by their demo names, once both ways of asking have said the same. */
async function expectTheSame() {
  const all: Record<string, Record<string, Row[]>> = {}
  for (const [name, viewer] of Object.entries(cast.people)) {
    for (const [what, { byFunction, byPolicy }] of Object.entries(questions)) {
      const [rows, theirs] = await read(viewer, async (tx) => [await byFunction(tx), await byPolicy(tx, viewer)])
      expect(inOrder(rows), `${what} for ${name}`).toEqual(inOrder(theirs))
      ;(all[name] ??= {})[what] = rows
    }
  }
  return all
}

beforeAll(async () => {
  cast = await theDemo()
  // Only time lets a concern climb: a working day goes by.
  await moveClock('9 hours')
  await climbWhatWaits()
  await moveClock('0')
  ids = ((await onServer(databaseUrl(), 'SELECT id FROM "Concern"')).rows as { id: string }[]).map(({ id }) => id)
}, 120_000)

test('Today says of everybody what the policies say', async () => {
  const all = await expectTheSame()
  // What is compared is there: leads, a head to whom it climbed, an adult who was brought in; and everybody else reads nothing.
  for (const name of ['fatima', 'tom', 'hana', 'helen']) expect(all[name]!.today, name).not.toEqual([])
  for (const name of ['grace', 'amara', 'sam', 'noor', 'vera']) expect(Object.values(all[name]!).flat(), name).toEqual([])
  expect(all.fatima!.receipts).not.toEqual([])
  expect([all.fatima!.times!.length > 0, all.hana!.read!.length < all.fatima!.read!.length]).toEqual([true, true])
})

test('also much later, when things are due, opened in need, added to, and of whoever was brought in, is kept out or has left', async () => {
  const { marcus, fatima, tom, hana, helen } = cast.people
  const before = (await expectTheSame()).hana!.read!.length
  await moveClock('40 days')
  await asOwner(`SET session_replication_role = replica;
    INSERT INTO "CaseReader" (id, "organisationId", "concernId", "personId", "byId") SELECT uuidv7(), "organisationId", id, '${marcus!.id}', '${fatima!.id}' FROM "Concern";
    INSERT INTO "ChronologyEntry" (id, "organisationId", "concernId", number, kind, at, facts, hash) SELECT uuidv7(), "organisationId", "concernId", length + 1, 'added', app.now(), '{"part":"seen"}', '\\x00' FROM "ChronologyHead" WHERE state IN ('closed', 'waiting', 'transferred');
    INSERT INTO "GlassBroken" (id, "organisationId", "concernId", "personId", at, until) SELECT uuidv7(), "organisationId", id, '${hana!.id}', app.now(), app.now() + interval '1 hour' FROM "Concern";
    INSERT INTO "ConcernKeptFrom" ("concernId", "organisationId", "personId") SELECT "concernId", "organisationId", "holderId" FROM "ChronologyHead" WHERE "holderId" IS NOT NULL ORDER BY "concernId" LIMIT 1`)
  const all = await expectTheSame()
  const said = (name: string) => all[name]!.today!
  expect([said('marcus').every((row) => row.isNew && !row.keeps), said('marcus').length > 3, said('tom').some((row) => row.isOpened), said('tom').some((row) => row.hasMore), said('tom').some((row) => row.isDue)]).toEqual([true, true, true, true, true])
  expect(all.hana!.read!.length, 'what they opened in need').toBeGreaterThan(before)
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() WHERE "personId" IN (${[marcus, tom, helen].map((one) => `'${one!.id}'`).join(', ')}); UPDATE "CaseReader" SET "endedAt" = app.now() WHERE "personId" = '${hana!.id}'`)
  const left = await expectTheSame()
  for (const name of ['marcus', 'tom']) expect(Object.values(left[name]!).flat(), name).toEqual([])
})
