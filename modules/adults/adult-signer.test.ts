import { expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { onServer } from '#tests/support/template.ts'
import { now } from '../clock.ts'
import { localOf } from '../cohorts/timetable.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { adultsToday } from './adults-today.server.ts'
import { bringInToAdultConcern } from './bring-in-to-adult-concern.server.ts'
import { closeAdultConcern } from './close-adult-concern.server.ts'
import { findAdultConcern } from './find-adult-concern.server.ts'
import { holdAdultConcern } from './hold-adult-concern.server.ts'
import { shareAdultConcern } from './share-adult-concern.server.ts'
import { signAdultClosing } from './sign-adult-closing.server.ts'
import { weighAdultConcern } from './weigh-adult-concern.server.ts'
import { writeDownLado } from './write-down-lado.server.ts'

const cast = await theCast()
const of = (name: string) => cast.people[name]!
const words = 'What had to be said.'
const step = (adultConcernId: string) => ({ id: newId(), adultConcernId })

/** An allegation that Fatima has closed. */
async function closing(keptFrom: readonly string[]) {
  const id = await shareAdultConcern(of('jay'), { id: newId(), danger: 'soon', what: words, aboutId: of('marcus').id, keptFrom: keptFrom.map((name) => of(name).id) })
  await holdAdultConcern(of('fatima'), step(id))
  await weighAdultConcern(of('fatima'), { ...step(id), weight: 'allegation', harm: 'risk', reasons: words })
  await writeDownLado(of('fatima'), { ...step(id), happenedAt: localOf(now(), 'Europe/London'), who: 'Duty LADO', words })
  await closeAdultConcern(of('fatima'), { ...step(id), outcome: 'unfounded', words })
  return id
}
const why = async (name: string, id: string) => (await adultsToday(of(name))).mine.find((one) => one.id === id)?.why ?? null

test('where another keeps it, they can sign, and whoever closed it has nothing to do', async () => {
  const id = await closing([])
  expect((await findAdultConcern(of('fatima'), id)).signerNames).toEqual(['Tom'])
  expect([await why('fatima', id), await why('tom', id)]).toEqual([null, 'sign'])
})

test('whoever closed it and keeps it alone is told to bring somebody in; who is brought in reads it, signs, and the record says both', async () => {
  const id = await closing(['tom'])
  const alone = await findAdultConcern(of('fatima'), id)
  expect([alone.signerNames, alone.others.map(({ name }) => name)]).toEqual([[], ['Ella', 'Hana']])
  expect(await why('fatima', id)).toBe('signer')
  await expect(signAdultClosing(of('fatima'), step(id))).rejects.toThrow(Forbidden)
  await expect(signAdultClosing(of('hana'), step(id))).rejects.toThrow(NotFound)
  const form = { ...step(id), personId: of('hana').id, words: 'There is nobody else to sign.' }
  await Promise.all([bringInToAdultConcern(of('fatima'), form), bringInToAdultConcern(of('fatima'), form)])
  expect([await why('fatima', id), await why('hana', id)]).toEqual([null, 'sign'])
  // Never somebody it is kept from, nor somebody who does not answer for the setting.
  for (const name of ['tom', 'marcus', 'grace', 'bea']) await expect(bringInToAdultConcern(of('fatima'), { ...step(id), personId: of(name).id, words }), name).rejects.toThrow(/42501|not a line/)
  await signAdultClosing(of('hana'), step(id))
  const { state, lines } = await findAdultConcern(of('fatima'), id)
  expect([state, ...lines.filter(({ kind }) => kind === 'brought-in' || kind === 'signed').map(({ kind, byName, people }) => [kind, byName, people])]).toEqual(['closed', ['brought-in', 'Fatima', ['Hana']], ['signed', 'Hana', []]])
})

test('who had somebody to sign with, and has not since they left, is told so too', async () => {
  const id = await closing([])
  await onServer(databaseUrl(), `UPDATE "Membership" SET "endsAt" = app.now() WHERE "personId" = '${of('tom').id}' AND role = 'deputy_lead'`)
  expect([await why('fatima', id), (await findAdultConcern(of('fatima'), id)).signerNames]).toEqual(['signer', []])
  await onServer(databaseUrl(), `UPDATE "Membership" SET "endsAt" = NULL WHERE "personId" = '${of('tom').id}' AND role = 'deputy_lead'`)
})
