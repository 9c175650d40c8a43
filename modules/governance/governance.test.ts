import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { manyConcerns, type Past } from '#tests/support/many-concerns.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'
import { holdAdultConcern } from '../adults/hold-adult-concern.server.ts'
import { shareAdultConcern } from '../adults/share-adult-concern.server.ts'
import { weighAdultConcern } from '../adults/weigh-adult-concern.server.ts'
import { today } from '../clock.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { addCategory } from '../safeguarding/add-category.server.ts'
import { categories } from '../safeguarding/categories.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { cuts } from './cuts.ts'
import { exportReport } from './export-report.server.ts'
import { governanceReport, type Report } from './governance-report.server.ts'
import { settingsReported } from './settings-reported.server.ts'
import { termOf, termsOver } from './terms.ts'

const cast = await theCast()
const of = (name: string) => cast.people[name]!
const [term, before] = termsOver(today())
const inTerm = { from: term!.from, until: term!.until }
const report = (name: string, organisationId = cast.riverside, time = inTerm) => governanceReport(of(name), { organisationId, ...time })
const figures = ({ whole, cuts }: Report) => [whole, ...cuts.map(({ parts }) => parts.map(({ figure }) => figure))]
const kindsOf = ({ kinds }: Report) => Object.fromEntries(kinds.flatMap(({ label, figure }) => (figure ? [[label, figure]] : [])))
const sites = ['ella', 'vera']
const raisedAt = `${term!.from} 12:00+00`
const past = (count: number, one: Partial<Past>): Past[] => Array.from({ length: count }, () => ({ raisedAt, receivedAfter: 4, takenAfter: 30, ...one }))

const first = [
  ...past(12, { danger: 'soon', level: 'low', outcome: 'helped' }),
  ...past(9, { danger: 'not_now', level: 'medium' }),
  ...past(3, { danger: 'now', level: 'high', outcome: 'passed_on', climbed: ['received'] }),
  ...past(2, { danger: 'unsure', isDuplicate: true, takenAfter: undefined, climbed: ['taken_on'] }),
]
beforeAll(() => manyConcerns(cast.riverside, of('fatima').id, [...first, ...past(1, { danger: 'now', keptFromId: of('fatima').id }), { raisedAt: `${term!.until} 00:30+00`, danger: 'now' }]))

test('a lead counts what they may see, a deputy what they may: exact, with medians', async () => {
  const fatima = await report('fatima')
  expect(figures(fatima)).toEqual([26, [3, 12, 9, 2], [3, 9, 12, 2], [23, 3], [24, 2], [12, 12, 0, 0, 2]])
  expect(fatima.medians).toEqual({ received: { minutes: 4, of: 26 }, taken: { minutes: 30, of: 24 } })
  expect(figures(await report('tom')), 'one is kept from Fatima').toEqual([27, [4, 12, 9, 2], [3, 9, 12, 3], [24, 3], [25, 2], [13, 12, 0, 0, 2]])
  expect((await report('fatima', cast.riverside, { from: before!.from, until: before!.until })).whole).toBe(0)
  expect((await report('fatima', cast.riverside, { from: term!.from, until: '2100-01-01' })).whole, 'and later ones').toBe(27)
})

test('a head, a programme lead and an evaluator hear figures of a term that is over; nothing in them can be had from the rest', async () => {
  for (const name of ['hana', ...sites]) {
    const told = await report(name)
    expect(told.medians).toBeNull()
    expect(told.whole).toBe(25)
    expect(figures(told).flat().filter((figure) => figure !== null && (figure < 8 || figure % 5 > 0)), name).toEqual([])
    expect(told.cuts.find(({ name: cut }) => cut === 'received')!.parts.map(({ figure }) => figure), 'of two, both or neither').toEqual([null, null])
  }
  for (const time of [{ from: term!.from, until: today() }, { from: before!.from, until: term!.until }, { from: termOf(today()).from, until: termOf(today()).until }, { from: '2026-05-02', until: '2026-09-01' }])
    for (const name of ['hana', ...sites]) await expect(report(name, cast.riverside, time), `${name} ${time.from}`).rejects.toThrow(Conflict)
})

test('kinds of worry: those that guidance names, a setting’s own with the one it stands under, as they were said by then; of several each counts', async () => {
  const time = { from: '1999-01-01', until: '1999-05-01' }
  const own = newId()
  await addCategory(of('fatima'), { id: own, organisationId: cast.riverside, under: 'welfare', label: 'Walks home alone' })
  const then = (count: number, kinds: string[], lateKinds?: string[]) => past(count, { raisedAt: '1999-02-02 12:00+00', kinds, ...(lateKinds ? { lateKinds } : {}) })
  await manyConcerns(cast.riverside, of('fatima').id, [...then(9, ['neglect', 'physical_abuse', own]), ...then(4, ['sextortion', 'abuse'], ['missing']), ...then(1, ['poverty']), ...past(2, { raisedAt: '1999-02-02 12:00+00' })])
  const fatima = await report('fatima', cast.riverside, time)
  expect([fatima.whole, fatima.unsaid, kindsOf(fatima)]).toEqual([16, 2, { 'Abuse and neglect': 13, 'Online': 4, 'Welfare, or something else': 10 }])
  for (const name of ['hana', ...sites]) {
    const told = await report(name, cast.riverside, time)
    expect([told.whole, told.unsaid, kindsOf(told)], name).toEqual([15, null, {}])
  }
  // Nine more: of abuse there are 22 and 3 that are none, of welfare 19 and 6; both or neither is told.
  await manyConcerns(cast.riverside, of('fatima').id, then(9, ['abuse']))
  expect(kindsOf(await report('hana', cast.riverside, time))).toEqual({ 'Welfare, or something else': 10 })
  expect((await exportReport(of('fatima'), { organisationId: cast.riverside, ...time })).text).toContain('Kind of worry,Not said yet,2,25')
  expect((await exportReport(of('vera'), { organisationId: cast.riverside, ...time })).text).not.toContain('Not said yet')
})

test('with one more or fewer in a part, whatever happens later: the same report a day or a year on', async () => {
  const told = await Promise.all(sites.map(async (name) => figures(await report(name))))
  await manyConcerns(cast.riverside, of('fatima').id, [{ raisedAt: `${term!.until} 09:00+00`, danger: 'now', level: 'high' }])
  const [{ id }] = (await onServer(databaseUrl(), `SELECT id FROM "Concern" WHERE "organisationId" = '${cast.riverside}' AND danger = 'not_now' LIMIT 1`)).rows as [{ id: string }]
  await onServer(databaseUrl(), `SET session_replication_role = replica;
    INSERT INTO "ChronologyEntry" (id, "organisationId", "concernId", number, kind, at, facts, hash) VALUES ('${newId()}', '${cast.riverside}', '${id}', 90, 'triaged', '${term!.until} 12:00+00', '{"level":"high"}', '\\x00'), ('${newId()}', '${cast.riverside}', '${id}', 91, 'closed', '${term!.until} 12:01+00', '{"outcome":"helped"}', '\\x00');
    INSERT INTO "ConcernClimb" ("concernId", clock, rung, "organisationId", at) SELECT id, 'received', 'head', "organisationId", '${term!.until} 12:00+00' FROM "Concern" WHERE "organisationId" = '${cast.riverside}' ON CONFLICT DO NOTHING`)
  for (const later of ['0', '1 day', '200 days']) {
    await moveClock(later)
    expect(await Promise.all(sites.map(async (name) => figures(await report(name)))), later).toEqual(told)
  }
  await moveClock('0')
})

test('whatever happened in a term: every figure is a part of the same whole, small ones are not told, and the site hears what the head hears', async () => {
  const one = fc.record({ danger: fc.constantFrom('now', 'soon', 'not_now', 'unsure'), level: fc.constantFrom(undefined, 'emergency', 'medium', 'low', 'not_safeguarding'), outcome: fc.constantFrom(undefined, 'helped', 'passed_on', 'no_harm', 'not_safeguarding'), receivedAfter: fc.constantFrom(undefined, 3), takenAfter: fc.constantFrom(undefined, 9), kinds: fc.constantFrom(undefined, ['neglect', 'sextortion'], ['fgm'], ['abuse', 'neglect'], ['weapons', 'abuse', 'mental_health']) })
  let year = 2001
  await fc.assert(fc.asyncProperty(fc.array(one, { minLength: 0, maxLength: 45 }), async (all) => {
    const time = { from: `${++year}-01-01`, until: `${year}-05-01` }
    if (all.length) await manyConcerns(cast.harbour, of('bea').id, all.map((past) => ({ raisedAt: `${year}-01-02 12:00+00`, ...past })))
    const [rows, told, other] = [await report('bea', cast.harbour, time), await report('ella', cast.harbour, time), await report('vera', cast.harbour, time)]
    expect(rows.whole).toBe(all.length)
    for (const [at, { parts }] of rows.cuts.entries()) {
      expect(parts.reduce((sum, { figure }) => sum + figure!, 0)).toBe(all.length)
      parts.forEach(({ figure }, part) => { const heard = told.cuts[at]!.parts[part]!.figure; expect(heard === null || (figure! >= 8 && heard === Math.round(figure! / 5) * 5)).toBe(true) })
    }
    told.kinds.forEach(({ figure: heard }, at) => {
      const counted = rows.kinds[at]!.figure!
      expect(heard === null || (counted >= 8 && all.length - counted >= 8 && heard === Math.round(counted / 5) * 5)).toBe(true)
    })
    expect(rows.unsaid).toBe(all.filter(({ kinds }) => !kinds).length)
    expect([figures(other), other.kinds, other.unsaid]).toEqual([figures(told), told.kinds, null])
  }), { numRuns: 12 })
}, 60_000)

test('how long each step took, and whether anybody in danger now waited: for those who see rows', async () => {
  const { since } = await report('fatima')
  expect(since).toMatchObject({ now: { inTime: 0, of: 3 }, closed: { minutes: 1440, of: 12 }, decided: { minutes: null, of: 0 } })
  expect((await exportReport(of('fatima'), { organisationId: cast.riverside, from: before!.from, until: '2100-01-01' })).text).toMatch(/Danger now: answered,before its clock ran out,0,\d/)
  for (const name of ['hana', ...sites]) expect((await report(name)).since, name).toBeNull()
})

test('what had been high is closed when a second adult has signed, on the page and in the table that is kept: not while it waits for that', async () => {
  const time = { from: '1998-01-01', until: '1998-05-01' }
  const then = (one: Partial<Past>): Past[] => past(1, { raisedAt: '1998-02-02 12:00+00', outcome: 'helped', ...one })
  await manyConcerns(cast.riverside, of('fatima').id, [...then({ level: 'high', signedAfter: 4000 }), ...then({ level: 'emergency' }), ...then({ level: 'medium' }), ...then({ level: 'low', lateOutcome: 'helped' })])
  const { since, cuts } = await report('fatima', cast.riverside, time)
  expect([since!.closed, cuts.find(({ name }) => name === 'stood')!.parts[0]!.figure]).toEqual([{ minutes: 1440, of: 3 }, 1])
  expect((await exportReport(of('fatima'), { organisationId: cast.riverside, ...time })).text).toContain('Minutes until closed,median,1440,3')
  // Assessed as high after it was closed, and closed again a year later: it was closed all the same.
  expect((await report('fatima', cast.riverside, { from: '1998-01-01', until: '2000-01-01' })).since!.closed.of).toBe(3)
})

test('those about adults are counted apart: exact for whoever keeps them, of themself for nobody, figures for the rest', async () => {
  const share = (aboutId: string) => shareAdultConcern(of('amara'), { id: newId(), danger: 'not_now', what: 'He was alone with her.', child: '', aboutId })
  const now = { from: termOf(today()).from, until: '2100-01-01' }
  const empty = (await report('fatima', cast.riverside, now)).adults
  expect(empty.whole).toBe(0)
  const [, allegation] = [await share(of('marcus').id), await share(of('marcus').id), await share(of('fatima').id)]
  const step = () => ({ id: newId(), adultConcernId: allegation })
  await holdAdultConcern(of('fatima'), step())
  await weighAdultConcern(of('fatima'), { ...step(), weight: 'allegation', harm: 'risk', reasons: 'Twice.', context: '' })
  const told = (await report('fatima', cast.riverside, now)).adults
  expect([told.whole, ...told.cuts.map(({ parts }) => parts.map(({ figure }) => figure))], 'not the one about her').toEqual([2, [1, 0, 1], [2, 0], [0, 1]])
  expect((await report('tom', cast.riverside, now)).adults.whole).toBe(2)
  expect((await exportReport(of('fatima'), { organisationId: cast.riverside, ...now })).text).toMatch(/Concerns about adults shared,all,2,\r\n[^]*The harm threshold was met,1,2\r\n[^]*the LADO was told,Before its clock ran out,0,1/)
  // Long ago, and enough of them to be told of.
  await onServer(databaseUrl(), `SET session_replication_role = replica;
    INSERT INTO "AdultConcern" (id, "organisationId", "sharedAt", danger, who, child, what) SELECT uuidv7(), '${cast.riverside}', '${term!.from} 12:00+00', 'not_now', '\\x00', '\\x00', '\\x00' FROM generate_series(1, 24);
    INSERT INTO "AdultLine" (id, "organisationId", "adultConcernId", number, kind, at, facts, hash)
      SELECT uuidv7(), c."organisationId", c.id, 2, 'weighed', c."sharedAt", '{"weight":"low_level"}', '\\x00' FROM (SELECT * FROM "AdultConcern" WHERE "sharedAt" = '${term!.from} 12:00+00' LIMIT 12) c`)
  for (const name of ['hana', ...sites]) {
    const { whole, cuts } = (await report(name)).adults
    expect([whole, cuts.map((cut) => [cut.name, ...cut.parts.map(({ figure }) => figure)])], name).toEqual([25, [['weight', null, 10, 10], ['stood', null, null]]])
  }
  for (const name of ['marcus', 'amara', 'bea', 'grace', 'fatima', 'tom']) {
    expect(await read(of(name), (tx) => tx.$queryRaw`SELECT * FROM app.adults_in_figures(${cast.riverside}::uuid, ${term!.from}::date)`), name).toEqual([])
    if (!['fatima', 'tom'].includes(name)) expect(await read(of(name), (tx) => tx.$queryRaw`SELECT * FROM app.adults_counted(${cast.riverside}::uuid, '2000-01-01'::date, '2100-01-01'::date)`), name).toEqual([])
  }
})

test('who is told of which setting, and nobody else, by the deeds or past them', async () => {
  const places = async (name: string) => (await settingsReported(of(name))).map(({ id, seesRows }) => `${id === cast.riverside ? 'riverside' : id === cast.harbour ? 'harbour' : 'another'} ${seesRows ? 'rows' : 'figures'}`)
  expect(Object.fromEntries(await Promise.all(['fatima', 'tom', 'bea', 'hana', 'hugo', 'ella', 'vera'].map(async (name) => [name, (await places(name)).sort()])))).toEqual({
    fatima: ['riverside rows'], tom: ['riverside rows'], bea: ['harbour rows'], hana: ['riverside figures'], hugo: ['harbour rows'], ella: ['harbour figures', 'riverside figures'], vera: ['harbour figures', 'riverside figures'] })
  for (const name of ['marcus', 'helen', 'grace', 'amara', 'sam', 'noor', 'owen', 'eve', 'tess']) {
    await expect(report(name), name).rejects.toThrow(Forbidden)
    expect(await places(name), name).toEqual([])
  }
  await expect(report('bea')).rejects.toThrow(NotFound)
  await expect(report('hana', cast.harbour)).rejects.toThrow(NotFound)
  for (const name of ['marcus', 'amara', 'bea', 'helen', 'grace', 'fatima', 'tom'])
    expect(await read(of(name), (tx) => tx.$queryRaw`SELECT * FROM app.governance_figures(${cast.riverside}::uuid, ${term!.from}::date)`), `${name}: nobody gets both`).toEqual([])
  expect(await read(of('hugo'), (tx) => tx.$queryRaw`SELECT * FROM app.governance_figures(${cast.harbour}::uuid, ${term!.from}::date)`)).toEqual([])
  for (const name of ['hana', 'ella', 'vera', 'bea', 'marcus', 'amara'])
    expect(await read(of(name), (tx) => tx.$queryRaw`SELECT * FROM app.concerns_counted(${cast.riverside}::uuid, '2000-01-01'::date, '2100-01-01'::date)`), `${name} counts no row`).toEqual([])
})

test('taken out as a table: on record, and nothing in it is a formula', async () => {
  await onServer(databaseUrl(), `UPDATE "Organisation" SET name = '=cmd()' WHERE id = '${cast.riverside}'`)
  const { fileName, text } = await exportReport(of('tom'), { organisationId: cast.riverside, ...inTerm })
  expect(fileName).toBe(`concerns-${term!.from}-2026-08-31.csv`)
  expect(text.split('\r\n')[1]).toBe(`'=cmd(),${term!.from},2026-08-31,Concerns raised,all,27,`)
  expect(text.split('\r\n').filter((line) => /^[=+@-]/.test(line))).toEqual([])
  expect((await exportReport(of('vera'), { organisationId: cast.riverside, ...inTerm })).text).toMatch(/Concerns raised,all,about 25,\r\n[^]*Emergency or high,not told,about 25\r\n/)
  expect((await onServer(databaseUrl(), `SELECT "byId" FROM "Act" WHERE kind = 'governance.exported' AND facts->>'from' = '${term!.from}' ORDER BY at`)).rows).toEqual([{ byId: of('tom').id }, { byId: of('vera').id }])
})

test('terms lie side by side, and the words for parts are as many as the database counts', async () => {
  expect(termsOver('2026-11-22', 4).map(({ name, from, until }) => `${name}: ${from} ${until}`)).toEqual(['Summer 2026: 2026-05-01 2026-09-01', 'Spring 2026: 2026-01-01 2026-05-01', 'Autumn 2025: 2025-09-01 2026-01-01', 'Summer 2025: 2025-05-01 2025-09-01'])
  expect(termsOver('2027-01-01', 1)[0]!.name).toBe('Autumn 2026')
  const rows = await read(of('fatima'), (tx) => tx.$queryRaw<{ cut: string; counts: bigint[] }[]>`SELECT * FROM app.governance_counts(${cast.riverside}::uuid, '2000-01-01'::date, '2100-01-01'::date)`)
  const counted = rows.map(({ cut, counts }): [string, number] => [cut, counts.length])
  expect(counted.slice(0, cuts.length + 1)).toEqual([...cuts.map(({ name, parts }) => [name, parts.length]), ['said', 2]])
  expect(counted.slice(cuts.length + 1).sort()).toEqual(categories.map(({ key }) => [`kind ${key}`, 2]).sort())
  const keys = categories.flatMap(({ key, leaves }) => [[key, key], ...leaves.map((leaf) => [leaf.key, key])])
  expect((await onServer(databaseUrl(), `SELECT app.kind_above(key) AS above FROM unnest(ARRAY['${keys.map(([key]) => key).join("','")}']) key`)).rows).toEqual(keys.map(([, above]) => ({ above })))
})
