import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'
import { printConcern } from '../cases/print-concern.server.ts'
import { today } from '../clock.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { Forbidden } from '../errors.ts'
import { findConcern } from './find-concern.server.ts'
import { raiseConcern } from './raise-concern.server.ts'
import { takeOnConcern } from './take-on-concern.server.ts'
import { takeLooks } from './take-looks.server.ts'
import { monthOf, whatWasLookedAt, whoLooked } from './who-looked.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
const raised = async (more: object = {}, by = 'jay') => raiseConcern(of(by), { id: newId(), who: 'Wren', what: 'A bruise on her arm.', danger: 'soon', ...more })
const month = () => today().slice(0, 7)
let ordinary: string, kept: string

beforeAll(async () => {
  cast = await theCast()
  ordinary = await raised()
  kept = await raised({ keptFrom: [of('fatima').id] }, 'amara')
  for (const name of ['marcus', 'fatima', 'tom']) await findConcern(of(name), ordinary)
  await findConcern(of('tom'), kept)
  await findConcern(of('hana'), kept)
  await takeOnConcern(of('fatima'), { concernId: ordinary, firstStep: 'See her at two.' })
  await moveClock('20 minutes')
  await findConcern(of('fatima'), ordinary)
  await printConcern(of('fatima'), { concernId: ordinary, groups: [] })
})

test('a lead sees who opened and printed, how often and which, themself too; what is kept from them does not count', async () => {
  const rows = async (name: string) => (await whoLooked(of(name), { month: month() })).map(({ name, looks, prints, concerns }) => ({ name, looks, prints, concerns })).sort((one, other) => one.name!.localeCompare(other.name!))
  expect(await rows('fatima')).toEqual([{ name: 'Fatima', looks: 2, prints: 1, concerns: 1 }, { name: 'Marcus', looks: 1, prints: 0, concerns: 1 }, { name: 'Tom', looks: 1, prints: 0, concerns: 1 }])
  expect(await rows('tom')).toEqual([{ name: 'Fatima', looks: 2, prints: 1, concerns: 1 }, { name: 'Hana', looks: 1, prints: 0, concerns: 1 }, { name: 'Marcus', looks: 1, prints: 0, concerns: 1 }, { name: 'Tom', looks: 2, prints: 0, concerns: 2 }])
  expect(await rows('bea'), 'another setting').toEqual([])

  expect((await whatWasLookedAt(of('fatima'), { month: month() })).map((one) => one.concernId)).toEqual([ordinary])
  const [one] = await whatWasLookedAt(of('tom'), { month: month(), personId: of('marcus').id })
  expect(one).toMatchObject({ concernId: ordinary, raisedByName: 'Jay', organisationName: 'Riverside Academy', people: [{ name: 'Marcus', looks: 1, prints: 0 }] })
})

test('a page of concerns goes on where the last one ended', async () => {
  const [first] = await whatWasLookedAt(of('tom'), { month: month(), take: 1 })
  const rest = await whatWasLookedAt(of('tom'), { month: month(), take: 1, before: first!.lastAt })
  expect([first!.concernId, ...rest.map((one) => one.concernId)]).toEqual([ordinary, kept])
  expect(await whatWasLookedAt(of('tom'), { month: month(), before: rest[0]!.lastAt })).toEqual([])
})

test('a month is a month in London: the last of its evenings counts, the first of the next morning does not', async () => {
  // 23:30 UTC on the last of June is half past midnight on the first of July.
  await asOwner(`INSERT INTO "ChronologyEntry" (id, "organisationId", "concernId", number, kind, "byId", at, hash) VALUES
    (uuidv7(), '${cast.riverside}', '${kept}', 901, 'looked', '${of('tom').id}', '2025-06-30 22:59Z', '\\x00'), (uuidv7(), '${cast.riverside}', '${kept}', 902, 'looked', '${of('tom').id}', '2025-06-30 23:30Z', '\\x00')`)
  for (const asked of ['2025-06', '2025-07']) expect(await whoLooked(of('tom'), { month: asked }), asked).toMatchObject([{ name: 'Tom', looks: 1 }])
  expect(await whoLooked(of('tom'), { month: '2025-08' })).toEqual([])
  expect(await whoLooked(of('fatima'), { month: '2025-06' }), 'kept from her').toEqual([])
  await asOwner(`SET session_replication_role = replica; DELETE FROM "ChronologyEntry" WHERE number > 900`)
})

test('nobody but leads and deputies, and no lead whose time is over', async () => {
  for (const name of ['marcus', 'helen', 'grace', 'hana', 'jay', 'ella', 'vera']) {
    await expect(whoLooked(of(name), { month: month() }), name).rejects.toThrow(Forbidden)
    await expect(whatWasLookedAt(of(name), { month: month() }), name).rejects.toThrow(Forbidden)
    await expect(takeLooks(of(name), { month: month() }), name).rejects.toThrow(Forbidden)
  }
  // A page that was opened before the role ended: the database no longer shows a row.
  const ends = (at: string) => asOwner(`UPDATE "Membership" SET "endsAt" = ${at} WHERE "personId" = '${of('tom').id}' AND role = 'deputy_lead'`)
  await ends(`app.now() - interval '1 minute'`)
  expect(await whoLooked(of('tom'), { month: month() })).toEqual([])
  await ends('NULL')
})

test('it is taken away as a table without formulas, and that is on record', async () => {
  await asOwner(`UPDATE "Person" SET name = '=HYPERLINK("http://example.org")' WHERE id = '${of('marcus').id}'`)
  const { fileName, text } = await takeLooks(of('fatima'), { month: month() })
  expect(fileName).toBe(`who-looked-${month()}.csv`)
  expect(text.split('\r\n').slice(0, 1)[0]).toBe('\ufeffWhen,Who,What,A concern from,Raised,Concern,Setting')
  expect(text).toContain(`"'=HYPERLINK(""http://example.org"")",opened it,Jay`)
  expect(text).toContain('Fatima,printed it,Jay')
  expect(text).not.toContain('bruise')
  expect(text).not.toContain(kept)
  const { rows } = await onServer(databaseUrl(), `SELECT "byId", facts FROM "Act" WHERE kind = 'concern.looks-taken'`)
  expect(rows).toEqual([{ byId: of('fatima').id, facts: { month: month(), looks: 5 } }])
})

test('what is asked for as a month and is none is this one', () => {
  expect([monthOf('2026-03'), monthOf('2026-13'), monthOf('then'), monthOf(null)]).toEqual(['2026-03', month(), month(), month()])
})
