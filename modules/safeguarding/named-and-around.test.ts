import { expect, test } from 'vitest'
import { asOwner } from '#tests/support/as-owner.ts'
import { theCast } from '#tests/support/cast.ts'
import { heardOf } from '#tests/support/heard-of.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { findCase } from '../cases/find-case.server.ts'
import { keepFrom } from '../cases/keep-from.server.ts'
import { letIn } from '../cases/let-in.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, NotFound } from '../errors.ts'
import { climb } from './climb.server.ts'
import { concernsWaiting } from './concerns-waiting.server.ts'
import { findConcern } from './find-concern.server.ts'
import { raiseConcern } from './raise-concern.server.ts'
import { verifyChronology } from './verify-chronology.server.ts'

const cast = await theCast()
const of = (name: string) => cast.people[name]!
const say = (who: string, more: object = {}) => raiseConcern(of('jay'), { id: newId(), organisationId: cast.riverside, who, what: 'He shouts at us.', danger: 'soon', ...more })
const step = (concernId: string, name: string) => ({ id: newId(), concernId, personId: of(name).id, words: 'What she told me.' })
const bySql = (by: string, concernId: string, name: string) => change(of(by), (tx) => tx.$queryRawUnsafe(`SELECT app.add_to_chronology(uuidv7(), '${concernId}', 'let-in', '{"personId":"${of(name).id}"}', '\\x01')`))

test('about mentoring, and their name stands in it too: who supervises is not let in for the name', async () => {
  const id = await say('Marcus and Tom', { isAboutMentoring: true })
  expect(await findConcern(of('fatima'), id)).toMatchObject({ keptFromNames: expect.arrayContaining(['Marcus', 'Tom']) as unknown, fitNames: ['Tom'] })
  expect((await findCase(of('fatima'), id)).leftOut.map(({ name }) => name)).toEqual(['Tom'])
  await expect(letIn(of('fatima'), step(id, 'marcus'))).rejects.toThrow(Conflict)
  await expect(bySql('fatima', id, 'marcus')).rejects.toThrow('not a line for you')
  await letIn(of('fatima'), step(id, 'tom'))
  expect(await findConcern(of('tom'), id)).toMatchObject({ can: { takeOn: true } })
  await expect(findConcern(of('marcus'), id)).rejects.toThrow(NotFound)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
})

test('a line from before, which does not say whom mentoring left out, lets nobody in', async () => {
  const id = await say('Tom', { isAboutMentoring: true })
  await asOwner(`SET session_replication_role = replica; UPDATE "ChronologyEntry" SET facts = facts - 'around' WHERE "concernId" = '${id}' AND kind = 'raised'`)
  expect((await findCase(of('fatima'), id)).leftOut).toEqual([])
  await expect(letIn(of('fatima'), step(id, 'tom'))).rejects.toThrow(Conflict)
  await expect(bySql('fatima', id, 'tom')).rejects.toThrow('not a line for you')
})

test('it is about whoever was left out for their name: written down, they stay out and nobody is offered to let them in', async () => {
  const id = await say('Tom')
  const one = step(id, 'tom')
  await Promise.all([keepFrom(of('fatima'), one), keepFrom(of('fatima'), one)])
  expect((await findConcern(of('fatima'), id)).chronology.filter(({ kind }) => kind === 'kept-from')).toMatchObject([{ people: ['Tom'], byName: 'Fatima' }])
  expect(await findConcern(of('fatima'), id)).toMatchObject({ keptFromNames: ['Tom'], fitNames: [] })
  expect((await findCase(of('fatima'), id)).leftOut).toEqual([])
  for (const name of ['tom']) expect((await concernsWaiting(of(name))).some((waits) => waits.concernId === id), name).toBe(false)
  await expect(letIn(of('fatima'), step(id, 'tom'))).rejects.toThrow(Conflict)
  await expect(bySql('fatima', id, 'tom')).rejects.toThrow('not a line for you')
  await expect(keepFrom(of('fatima'), step(id, 'tom'))).rejects.toThrow('kept from them already')
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
})

test('the head hears of it where hardly anybody is left, and once', async () => {
  const id = await say('Tom')
  await expect(findConcern(of('hana'), id)).rejects.toThrow(NotFound)
  await keepFrom(of('fatima'), step(id, 'tom'))
  expect(await findConcern(of('hana'), id)).toMatchObject({ can: { takeOn: true } })
  const told = await say('Fatima')
  await keepFrom(of('tom'), step(told, 'fatima'))
  expect((await findConcern(of('hana'), told)).chronology.filter(({ kind }) => kind === 'kept-from')).toHaveLength(1)
  for (const one of [id, told]) expect(await verifyChronology('system', one)).toMatchObject({ isWhole: true, why: null })
})

test('who leads the programme above and was told that something waits is told as head all the same', async () => {
  const id = await say('Fatima')
  await moveClock('3 days')
  await climb(id)
  await asOwner(`INSERT INTO "Membership" (id, "organisationId", "personId", role, "startsAt") VALUES (uuidv7(), '${cast.riverside}', '${of('ella').id}', 'head', app.now() - interval '1 hour')`)
  try {
    expect(await heardOf('concern:climbed', () => keepFrom(of('tom'), step(id, 'fatima')))).toEqual(['ella'])
    expect((await findConcern({ ...of('ella'), memberships: [...of('ella').memberships, { organisationId: cast.riverside, role: 'head' }] as never }, id)).can.takeOn).toBe(true)
    expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
  } finally {
    await asOwner(`DELETE FROM "Membership" WHERE "personId" = '${of('ella').id}' AND role = 'head'`)
    await moveClock('0')
  }
})

test('one keeper lets them in while another writes down that it is they: one of the two, and the chain is whole', async () => {
  for (let round = 0; round < 4; round++) {
    const id = await say('Marcus')
    const [stays, goes] = await Promise.allSettled([keepFrom(of('fatima'), step(id, 'marcus')), letIn(of('tom'), step(id, 'marcus'))])
    // Let in first, they are kept out after all: the later line counts. Kept out first, nobody lets them in.
    expect(stays.status).toBe('fulfilled')
    const kinds = (await findConcern(of('fatima'), id)).chronology.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'let-in')).toHaveLength(goes.status === 'fulfilled' ? 1 : 0)
    await expect(findConcern(of('marcus'), id)).rejects.toThrow(NotFound)
    expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
  }
})
