import { expect, test } from 'vitest'
import { moveClock } from '#tests/support/move-clock.ts'
import { theCast } from '#tests/support/cast.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { today } from '../clock.ts'
import { newId } from '../db/new-id.ts'
import { Forbidden } from '../errors.ts'
import { findAdultConcern } from './find-adult-concern.server.ts'
import { shareAdultConcern } from './share-adult-concern.server.ts'
import { whoLookedAtAdults } from './who-looked-at-adults.server.ts'

const cast = await theCast()
const of = (name: string) => cast.people[name]!
const month = () => today().slice(0, 7)
const share = (about: string) => shareAdultConcern(of('jay'), { id: newId(), danger: 'soon', what: 'What happened.', aboutId: of(about).id })
const seen = async (name: string, id: string, more = {}) => (await whoLookedAtAdults(of(name), { month: month(), ...more })).find((one) => one.id === id)

test('who keeps an entry sees who opened it in a month; whom it is about, and everybody else, sees none of it', async () => {
  const [marcus, fatima] = [await share('marcus'), await share('fatima')]
  await findAdultConcern(of('fatima'), marcus)
  await findAdultConcern(of('tom'), marcus)
  await moveClock('20 minutes')
  await findAdultConcern(of('tom'), marcus)
  await findAdultConcern(of('hana'), fatima)
  expect(await seen('fatima', marcus)).toMatchObject({ who: 'Marcus', organisationName: 'Riverside Academy', people: [{ name: 'Tom', looks: 2, prints: 0, asks: 0 }, { name: 'Fatima', looks: 1 }] })
  expect(await seen('hana', fatima)).toMatchObject({ who: 'Fatima', people: [{ name: 'Hana', looks: 1 }] })
  // About her: neither she, nor her deputy, and not through the count of another.
  expect([await seen('fatima', fatima), await seen('tom', fatima), await seen('hana', marcus), await seen('bea', marcus), await seen('ella', marcus)]).toEqual([undefined, undefined, undefined, undefined, undefined])
  for (const name of ['marcus', 'grace', 'jay', 'noor']) await expect(whoLookedAtAdults(of(name), { month: month() }), name).rejects.toThrow(Forbidden)
})

test('another month has none of it, a page goes on where the last one ended, and whose role has ended sees nothing', async () => {
  const ids = [await share('marcus'), await share('marcus')]
  for (const id of ids) { await moveClock('1 minute'); await findAdultConcern(of('tom'), id) }
  expect(await whoLookedAtAdults(of('tom'), { month: '2031-01' })).toEqual([])
  const [first] = await whoLookedAtAdults(of('tom'), { month: month(), take: 1 })
  expect(first!.id).toBe(ids[1])
  expect((await whoLookedAtAdults(of('tom'), { month: month(), take: 1, before: first!.lastAt }))[0]!.id).toBe(ids[0])
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() WHERE "personId" = '${of('tom').id}' AND "organisationId" = '${cast.riverside}'`)
  try { expect(await whoLookedAtAdults(of('tom'), { month: month() })).toEqual([]) } finally { await asOwner(`UPDATE "Membership" SET "endsAt" = NULL WHERE "personId" = '${of('tom').id}' AND "organisationId" = '${cast.riverside}'`) }
})
