import { expect, test } from 'vitest'
import { of, words } from '#tests/support/a-case.ts'
import { ask } from '#tests/support/a-due-concern.ts'
import { adultStep, sharedAboutAdult } from '#tests/support/an-adult-concern.ts'
import { closeAdultConcern } from './close-adult-concern.server.ts'
import { findAdultConcern } from './find-adult-concern.server.ts'
import { holdAdultConcern } from './hold-adult-concern.server.ts'
import { keepAdultConcernFrom } from './keep-adult-concern-from.server.ts'
import { reopenAdultConcern } from './reopen-adult-concern.server.ts'
import { verifyAdultConcerns } from './verify-adult-concerns.server.ts'
import { weighAdultConcern } from './weigh-adult-concern.server.ts'

const takes = (id: string, ...names: string[]) => names.reduce((before, name) => before.then(() => keepAdultConcernFrom(of('fatima'), { ...adultStep(id), personId: of(name).id, words })), Promise.resolve())
const close = (id: string, name = 'fatima') => closeAdultConcern(of(name), { ...adultStep(id), outcome: 'no_concern', words })
const readers = async (id: string, name = 'fatima') => (await findAdultConcern(of(name), id)).readerNames
const stands = (id: string) => ask<{ state: string }>(`SELECT state::text AS state FROM "AdultHead" WHERE "adultConcernId" = '${id}'`).then(([row]) => row!.state)
/** Fatima has it and says it is low-level. */
async function weighed(more: object = {}) {
  const id = await sharedAboutAdult(more)
  await holdAdultConcern(of('fatima'), adultStep(id))
  await weighAdultConcern(of('fatima'), { ...adultStep(id), weight: 'low_level', reasons: words })
  return id
}

test('one adult who keeps a record from everybody else who reads it does not close it: it stays open until somebody else reads it', async () => {
  const id = await weighed()
  await takes(id, 'tom', 'hana', 'ella')
  expect(await readers(id)).toEqual(['Fatima'])
  await expect(close(id)).rejects.toThrow(/You alone read it/)
  expect(await stands(id)).toBe('weighed')
  // Somebody of them has left meanwhile, or another comes: then nobody is alone through what she did.
  await ask(`SET session_replication_role = replica; INSERT INTO "Membership" (id, "personId", "organisationId", role, "startsAt") SELECT uuidv7(), '${of('grace').id}', "organisationId", 'deputy_lead', app.now() - interval '1 hour' FROM "AdultHead" WHERE "adultConcernId" = '${id}'`)
  expect(await readers(id, 'grace')).toContain('Grace')
  await close(id)
  expect(await stands(id)).toBe('closed')
  await ask(`SET session_replication_role = replica; DELETE FROM "Membership" WHERE "personId" = '${of('grace').id}' AND role = 'deputy_lead'`)
  expect((await verifyAdultConcerns()).find((one) => one.adultConcernId === id)).toMatchObject({ isWhole: true })
})

test('nor by closing it first: what is closed is open again before the last of the others is kept out', async () => {
  const id = await weighed()
  await close(id)
  await takes(id, 'tom', 'hana')
  await expect(takes(id, 'ella')).rejects.toThrow(/You alone would read it/)
  expect(await readers(id, 'ella')).toContain('Ella')
  await reopenAdultConcern(of('fatima'), { ...adultStep(id), words })
  await takes(id, 'ella')
  await weighAdultConcern(of('fatima'), { ...adultStep(id), weight: 'low_level', reasons: words })
  await expect(close(id)).rejects.toThrow(/You alone read it/)
})

test('in whichever order: whom it is kept from beforehand is out of the way, and still nobody closes it alone', async () => {
  const id = await weighed()
  await takes(id, 'ella', 'hana', 'tom')
  expect(await readers(id)).toEqual(['Fatima'])
  await expect(close(id)).rejects.toThrow(/You alone read it/)
})

test('whoever keeps it from one, and is not alone with it, closes it as before; and who was left out from the beginning leaves nobody stuck', async () => {
  const id = await weighed()
  await takes(id, 'tom', 'grace')
  expect(await readers(id)).toEqual(['Fatima', 'Hana'])
  await close(id)
  expect(await stands(id)).toBe('closed')
  const first = await weighed({ keptFrom: [of('tom').id] })
  await close(first)
  expect(await stands(first)).toBe('closed')
})
