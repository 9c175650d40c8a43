import { beforeAll, expect, test } from 'vitest'
import { sessionsAhead } from '#modules/cohorts/sessions-ahead.server.ts'
import { read } from '#modules/db/read.server.ts'
import { viewerOf } from '#modules/identity/viewer-of.server.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { theDemo } from '#tests/support/the-demo.ts'
import type { Cast } from '#prisma/demo/people.ts'

// What Today asks of functions that the policies do not bind, because asking each table cost too much. Here the tables are asked, and must say the same to everybody.
let cast: Cast
beforeAll(async () => { cast = await theDemo() }, 120_000)

type Adult = { id: string; personId: string; role: string; startsAt: Date; endsAt: Date | null }
const adults = async (id: string) => {
  const viewer = cast.people[id]!
  return read(viewer, async (tx) => {
    const places = await tx.$queryRaw<{ id: string }[]>`SELECT unnest(${[cast.riverside, cast.harbour, cast.eastside]}::uuid[]) AS id`
    const asked: Adult[][] = [], seen: Adult[][] = []
    for (const place of places) {
      asked.push(await tx.$queryRaw<Adult[]>`SELECT * FROM app.adults_in(${place.id}::uuid) ORDER BY id`)
      seen.push(await tx.$queryRaw<Adult[]>`SELECT id, "personId", role, "startsAt", "endsAt" FROM "Membership" WHERE "organisationId" = ${place.id}::uuid AND role <> 'mentor' ORDER BY id`)
    }
    return { asked, seen }
  })
}

test('the adults of a setting are those whose roles the viewer may see there', async () => {
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() WHERE "personId" = '${cast.people.helen!.id}' AND "organisationId" = '${cast.harbour}'`)
  const counted: Record<string, number[]> = {}
  for (const name of Object.keys(cast.people)) {
    const { asked, seen } = await adults(name)
    expect(asked, name).toEqual(seen)
    counted[name] = asked.map((rows) => rows.length)
  }
  const [riverside, harbour] = counted.grace!
  expect([riverside! > 8, harbour]).toEqual([true, 0])
  expect(counted.amara![0], 'a mentor sees whom to turn to, and not everybody').toBeLessThan(riverside!)
  expect(counted.amara![0]).toBeGreaterThan(0)
})

test('the next sessions are those of the cohorts and sessions that the viewer may see, with as many as are on the register', async () => {
  const shown: Record<string, number> = {}
  for (const [name, { id }] of Object.entries(cast.people)) {
    const viewer = await viewerOf(id)
    const looksAfter = viewer.memberships.filter(({ role }) => role === 'coordinator' || role === 'youth_worker').map(({ organisationId }) => organisationId)
    const seen = await read(viewer, (tx) => tx.$queryRaw`
      SELECT s.id AS "sessionId", c.id AS "cohortId", c.name AS "cohortName", s.title, s."startsAt", s.minutes, s.place, coalesce(mine.part::text, 'coordinator') AS part, coalesce((SELECT f.placed FROM app.cohort_figures(ARRAY[c.id]) f), 0) AS "onRegister"
      FROM "Cohort" c LEFT JOIN "CohortMember" mine ON mine."cohortId" = c.id AND mine."personId" = ${viewer.id}::uuid AND mine."leftAt" IS NULL AND mine."placedAt" IS NOT NULL
      CROSS JOIN LATERAL (SELECT * FROM "CohortSession" one WHERE one."cohortId" = c.id AND one."calledOffAt" IS NULL AND one."startsAt" + make_interval(mins => one.minutes) > app.now() ORDER BY one."startsAt", one.id LIMIT 1) s
      WHERE c."closedAt" IS NULL AND (mine.id IS NOT NULL OR (c.kind = 'mentors' AND c."organisationId" = ANY (${looksAfter}::uuid[]))) ORDER BY s."startsAt", s.id`)
    const asked = await sessionsAhead(viewer, { take: 50 })
    expect(asked, name).toEqual(seen)
    expect(await sessionsAhead(viewer, { take: 1 }), name).toEqual(asked.slice(0, 1))
    shown[name] = asked.length
  }
  for (const name of ['grace', 'marcus', 'amara', 'sam', 'tess']) expect(shown[name], name).toBeGreaterThan(0)
  for (const name of ['hugo', 'vera']) expect(shown[name], name).toBe(0)
})
