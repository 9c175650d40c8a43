import fc from 'fast-check'
import { expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { read } from '../db/read.server.ts'
import { settingsSupported } from '../organisations/settings-supported.server.ts'
import { countTotals } from './count-totals.server.ts'
import { sayFigure, sayPart, type Figure } from './say-figure.ts'

const cast = await theCast()
const ask = async <Row>(sql: string) => (await onServer(databaseUrl(), sql)).rows as Row[]
const tables = (counts: number[][]) => ask<{ told: Figure[] }>(`SELECT app.suppressed_parts(one.counts) AS told FROM (VALUES ${counts.map((row, n) => `(${n}, ARRAY[${row.join()}]::bigint[])`).join()}) one(n, counts) ORDER BY n`)

test('fewer than eight are never told, none included; the rest to the nearest five', async () => {
  const rows = await ask<{ counted: number; told: Figure }>('SELECT n AS counted, app.suppressed(n) AS told FROM generate_series(0, 3000) n')
  for (const { counted, told } of rows) expect(told, String(counted)).toBe(counted < 8 ? null : Math.round(counted / 5) * 5)
  expect([sayFigure(null), sayFigure(20), sayPart(null), sayPart(20)]).toEqual(['fewer than 8', 'about 20', 'not told', 'about 20'])
})

// Somebody who knows the rule, tries every table there is, and keeps those that would have told them the same.
test.each([[2, 62], [3, 47], [4, 27]])('of %i parts, whoever tries every table of up to %i in all cannot find a hidden one', async (parts, most) => {
  const all = Array.from({ length: parts }, (_, i) => `p${i + 1}`)
  const worlds = await ask<{ told: Figure[]; least: number[]; greatest: number[]; different: number[] }>(`
    SELECT told, ARRAY[${all.map((p) => `min(${p})`).join()}]::int[] AS least, ARRAY[${all.map((p) => `max(${p})`).join()}]::int[] AS greatest, ARRAY[${all.map((p) => `count(DISTINCT ${p})`).join()}]::int[] AS different
    FROM (SELECT ${all.join()}, app.suppressed_parts(ARRAY[${all.join()}]::bigint[]) AS told FROM ${all.map((p) => `generate_series(0, ${most}) ${p}`).join(' CROSS JOIN ')} WHERE ${all.join(' + ')} <= ${most}) w GROUP BY told`)
  expect(worlds.length).toBeGreaterThan(parts * 5)
  const found = worlds.flatMap(({ told, least, greatest, different }) => told.slice(1).flatMap((figure, part) =>
    figure === null && (least[part]! > 0 || greatest[part]! < 7 || different[part]! < 8) ? [{ told, part, least: least[part], greatest: greatest[part] }] : []))
  expect(found.slice(0, 3)).toEqual([])
})

test('of five and six parts too, taking what is told from the whole leaves every hidden part between nought and seven at the least', async () => {
  const table = fc.integer({ min: 5, max: 6 }).chain((parts) => fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 200 })), { minLength: parts, maxLength: parts }))
  await fc.assert(fc.asyncProperty(fc.array(table, { minLength: 60, maxLength: 60 }), async (counts) => {
    (await tables(counts)).forEach(({ told: [whole, ...parts] }, n) => {
      const shown = parts.filter((part) => part !== null)
      const hidden = parts.length - shown.length
      expect(parts.map((part, i) => part === null || part === Math.round(counts[n]![i]! / 5) * 5)).not.toContain(false)
      counts[n]!.forEach((count, i) => { if (count < 8) expect(parts[i]).toBeNull() })
      if (whole === null || hidden === 0 || shown.length === 0) return
      const apart = whole! - shown.reduce((sum, part) => sum + part, 0)
      const off = 2 * (shown.length + 1)
      expect(apart - off - 7 * (hidden - 1), `${counts[n]!.join()}: could be nought`).toBeLessThanOrEqual(0)
      expect(apart + off, `${counts[n]!.join()}: could be seven`).toBeGreaterThanOrEqual(7)
    })
  }), { numRuns: 25 })
})

test('with one person or seven more or fewer, a day or a month later: every total that is told is the same; with eight it moves, and not twice a day', async () => {
  const change = `generate_series(0, 40, 1) n CROSS JOIN unnest(ARRAY[-9, -8, -7, -3, -1, 0, 1, 3, 7, 8, 9]) d WHERE n + d >= 0`
  await ask(`INSERT INTO "Person" (id, name, "fullName") SELECT uuidv7(), 'Counted ' || n, 'Counted ' || n FROM generate_series(1, 60) n`)
  await ask(`INSERT INTO "Organisation" (name, kind, "supportedById") SELECT 'Counted ' || n || ' ' || d, 'school', '${cast.eastside}' FROM ${change}`)
  const becoming = (after: string, before = '0') => ask(`INSERT INTO "Membership" ("organisationId", "personId", role) SELECT o.id, p.id, 'mentor' FROM "Organisation" o
    JOIN LATERAL (SELECT split_part(o.name, ' ', 2)::int AS n, split_part(o.name, ' ', 3)::int AS d) w ON o.name LIKE 'Counted %' JOIN "Person" p ON p.name LIKE 'Counted %' AND split_part(p.name, ' ', 2)::int BETWEEN ${before} + 1 AND ${after}`)
  const told = async () => new Map((await settingsSupported(cast.people.ella!)).filter(({ name }) => name.startsWith('Counted')).map(({ name, mentors }) => [name, mentors]))
  await becoming('n')
  expect(new Set((await told()).values()), 'before anything was counted').toEqual(new Set([null]))
  await countTotals()
  const first = await told()
  for (const [name, figure] of first) { const n = Number(name.split(' ')[1]); expect(figure, name).toBe(n < 8 ? null : Math.round(n / 5) * 5) }

  await becoming('n + d', 'n')
  await ask(`UPDATE "Membership" m SET "endsAt" = app.now() FROM "Organisation" o, "Person" p WHERE o.id = m."organisationId" AND p.id = m."personId" AND o.name LIKE 'Counted %' AND p.name LIKE 'Counted %'
    AND split_part(p.name, ' ', 2)::int > split_part(o.name, ' ', 2)::int + split_part(o.name, ' ', 3)::int`)
  await countTotals()
  expect(await told(), 'the same day').toEqual(first)
  for (const days of ['1 day', '30 days']) {
    await moveClock(days)
    await countTotals()
    for (const [name, figure] of await told()) {
      const [, n, d] = name.split(' ').map(Number) as [number, number, number]
      const now = n + d
      expect(figure, name).toBe(Math.abs(d) < 8 ? first.get(name) : now < 8 ? null : Math.round(now / 5) * 5)
    }
  }
  await moveClock('0')
}, 60_000)

test('nobody calls what makes a figure with counts of their own, and nobody counts but a job', async () => {
  for (const sql of ['app.suppressed(9)', 'app.suppressed_parts(ARRAY[9, 9])', 'app.count_totals()'])
    await expect(read(cast.people.ella!, (tx) => tx.$queryRawUnsafe(`SELECT ${sql}`)), sql).rejects.toThrow('permission denied')
})
