import { beforeAll, expect, test } from 'vitest'
import { asOwner } from '#tests/support/as-owner.ts'
import { theCast } from '#tests/support/cast.ts'
import { heardOf } from '#tests/support/heard-of.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { handOn } from '../adults/hand-on.server.ts'
import { breakGlass } from '../cases/break-glass.server.ts'
import { findCase } from '../cases/find-case.server.ts'
import { keepFrom } from '../cases/keep-from.server.ts'
import { letIn } from '../cases/let-in.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { climb } from './climb.server.ts'
import { concernsWaiting } from './concerns-waiting.server.ts'
import { findConcern } from './find-concern.server.ts'
import { leftOut } from './left-out.ts'
import { findMyConcern } from './my-concerns.server.ts'
import type { RaiseConcern } from './raise-concern-fields.ts'
import { receiveConcern } from './receive-concern.server.ts'
import { verifyChronology } from './verify-chronology.server.ts'

const cast = await theCast()
const of = (name: string) => cast.people[name]!
const say = (by: string, who: string, more: Partial<RaiseConcern> & { aboutName?: string } = {}) => handOn(of(by), { id: newId(), who, what: 'He cries at school.', danger: 'soon', ...more })
const waitsFor = async (id: string) => {
  const readers: string[] = []
  for (const name of ['bea', 'hugo', 'leon', 'ella', 'fatima', 'tom', 'marcus', 'hana']) if ((await concernsWaiting(of(name))).some((one) => one.concernId === id)) readers.push(name)
  return readers
}
const isThere = (by: string, id: string) => read(of(by), (tx) => tx.concern.count({ where: { id } }))
const letters = (id: string, name: string) => asSystem('look in a test', (tx) => tx.$queryRaw<{ rung: string }[]>`SELECT data->>'rung' AS rung FROM jobs.job WHERE name = 'safeguarding.alert-letter' AND data->>'concernId' = ${id} AND data->>'personId' = ${of(name).id}`).then((found) => found.map(({ rung }) => rung))
const words = 'It is Bea in year 8.'

// Harbour stands alone here: no delivery site above it. Bea leads, Hugo is head and deputy, Leon its youth worker; Zia a mentor.
beforeAll(() => asOwner(`UPDATE "Organisation" SET "supportedById" = NULL WHERE id = '${cast.harbour}'`))

test('a setting that stands alone, and every adult named: it is asked first, and nothing is written', async () => {
  const id = newId()
  await expect(say('zia', 'Bea, Hugo and Leon', { id })).rejects.toThrow(/Bea, Hugo and Leon are among the adults who are told, and nobody else is left/)
  expect(await isThere('zia', id)).toBe(0)
  // The same form again, with the answer, is the first there is.
  expect(await say('zia', 'Bea, Hugo and Leon', { id, ofThatName: 'another' })).toBe(id)
  expect(await say('zia', 'Bea, Hugo and Leon', { id })).toBe(id)
  expect(await waitsFor(id)).toEqual(['bea', 'hugo', 'leon'])
  expect(await findMyConcern(of('zia'), id)).toMatchObject({ toldNames: ['Bea', 'Hugo', 'Leon'] })
  expect(await findConcern(of('bea'), id)).toMatchObject({ keptFromNames: [], fitNames: [], named: { names: ['Bea', 'Hugo', 'Leon'], ofThatName: 'another' } })
  expect((await findCase(of('bea'), id)).leftOut).toEqual([])
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
})

test('sent by a device on its own, nobody can be asked: it reaches them, and they read that nobody was', async () => {
  const id = await say('zia', 'Leon, Bea and Hugo', { isUnattended: true })
  expect(await waitsFor(id)).toEqual(['bea', 'hugo', 'leon'])
  expect(await findConcern(of('hugo'), id)).toMatchObject({ named: { ofThatName: 'unasked' } })
})

test('it is they: nobody is told, whoever raised it is told so, and no clock tells them; a lead who comes later finds it', async () => {
  const id = await say('zia', 'Bea, Hugo and Leon', { ofThatName: 'them' })
  expect(await waitsFor(id)).toEqual([])
  expect(await findMyConcern(of('zia'), id)).toMatchObject({ toldNames: [], isSiteTold: false, receivedByName: null })
  await moveClock('3 days')
  await climb(id)
  expect(await waitsFor(id)).toEqual([])
  expect(await findMyConcern(of('zia'), id)).toMatchObject({ toldNames: [], isSiteTold: false })
  await moveClock('0')
  await asOwner(`INSERT INTO "Membership" (id, "organisationId", "personId", role, "startsAt") VALUES (uuidv7(), '${cast.harbour}', '${of('cass').id}', 'deputy_lead', app.now() - interval '1 hour')`)
  expect((await findConcern({ ...of('cass'), memberships: [...of('cass').memberships, { organisationId: cast.harbour, role: 'deputy_lead' }] as never }, id)).named).toEqual({ names: ['Bea', 'Hugo', 'Leon'], ofThatName: 'them' })
  await asOwner(`DELETE FROM "Membership" WHERE "personId" = '${of('cass').id}' AND role = 'deputy_lead'`)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
})

test('whom somebody chose is left out whatever is answered, and where that alone leaves nobody it is not asked', async () => {
  const [bea, hugo, leon] = [of('bea').id, of('hugo').id, of('leon').id]
  await expect(say('zia', 'Hugo', { keptFrom: [bea, leon] })).rejects.toThrow(Conflict)
  const id = await say('zia', 'Hugo', { keptFrom: [bea, leon], ofThatName: 'another' })
  expect(await waitsFor(id)).toEqual(['hugo'])
  const none = await say('zia', 'Hugo', { keptFrom: [bea, leon, hugo] })
  expect(await waitsFor(none)).toEqual([])
  // An answer counts only where it is asked: a name leaves out as ever where somebody remains.
  expect(await waitsFor(await say('zia', 'Bea', { ofThatName: 'another' }))).toEqual(['hugo', 'leon'])
})

test('only a youth worker is left, who keeps nothing: whoever reads it lets the lead in, and then she keeps it', async () => {
  const id = await say('zia', 'Bea and Hugo')
  expect(await waitsFor(id)).toEqual(['leon'])
  const step = (personId: string) => ({ id: newId(), concernId: id, personId, words })
  expect((await findCase(of('leon'), id)).leftOut.map(({ name }) => name).sort()).toEqual(['Bea', 'Hugo'])
  for (const name of ['zia', 'cass', 'tom']) await expect(letIn(of(name), step(of('bea').id)), name).rejects.toThrow(NotFound)
  await letIn(of('leon'), step(of('bea').id))
  expect(await findConcern(of('bea'), id)).toMatchObject({ keptFromNames: ['Hugo'], can: { takeOn: true } })
  // From then on it is hers to say.
  expect((await findCase(of('leon'), id)).leftOut).toEqual([])
  await expect(letIn(of('leon'), step(of('hugo').id))).rejects.toThrow(Forbidden)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
})

test('the only keeper there could be is a head: let in, they are told', async () => {
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() WHERE role IN ('safeguarding_lead', 'deputy_lead') AND "organisationId" = '${cast.harbour}'`)
  try {
    const id = await say('zia', 'Hugo')
    expect(await waitsFor(id)).toEqual(['leon'])
    await letIn(of('leon'), { id: newId(), concernId: id, personId: of('hugo').id, words })
    const head = { ...of('hugo'), memberships: of('hugo').memberships.filter(({ role }) => role === 'head') }
    expect((await findConcern(head, id)).can.takeOn).toBe(true)
    expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
  } finally { await asOwner(`UPDATE "Membership" SET "endsAt" = NULL WHERE role IN ('safeguarding_lead', 'deputy_lead') AND "organisationId" = '${cast.harbour}'`) }
})

test('nobody keeps it, and a head who came later opens it in need: they say that it is somebody else, and are not offered what they cannot do', async () => {
  const cass = { ...of('cass'), memberships: [...of('cass').memberships, { organisationId: cast.harbour, role: 'head' as const }] }
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() WHERE role IN ('head', 'deputy_lead') AND "organisationId" = '${cast.harbour}'`)
  try {
    const id = await say('zia', 'Bea')
    expect(await waitsFor(id)).toEqual(['leon'])
    await asOwner(`INSERT INTO "Membership" (id, "organisationId", "personId", role, "startsAt") VALUES (uuidv7(), '${cast.harbour}', '${cass.id}', 'head', app.now() - interval '1 hour')`)
    await breakGlass(cass, { id: newId(), concernId: id, words: 'Nobody answers it.' })
    const now = await findCase(cass, id)
    expect(now).toMatchObject({ leftOut: [{ name: 'Bea', mayStay: false }], outsiders: [] })
    expect(now.can).not.toContain('kept-from')
    const step = { id: newId(), concernId: id, personId: of('bea').id, words }
    await expect(keepFrom(cass, step)).rejects.toThrow(Forbidden)
    await receiveConcern(of('leon'), { concernId: id })
    expect(await findCase(cass, id)).toMatchObject({ can: expect.arrayContaining(['kept-from']) as unknown, leftOut: [{ mayStay: false }], outsiders: [{ name: 'Leon' }] })
    await expect(keepFrom(cass, step)).rejects.toThrow(Forbidden)
    await letIn(cass, step)
    expect(await findConcern(of('bea'), id)).toMatchObject({ can: { takeOn: true } })
  } finally {
    await asOwner(`DELETE FROM "Membership" WHERE "personId" = '${cass.id}' AND role = 'head'`)
    await asOwner(`UPDATE "Membership" SET "endsAt" = NULL WHERE role IN ('head', 'deputy_lead') AND "organisationId" = '${cast.harbour}'`)
  }
})

test('with a delivery site: it hears that something waits, whoever raised it reads so, and who opened it in need can let the lead in', async () => {
  const id = await say('jay', 'Fatima, Tom, Marcus and Hana')
  expect(await waitsFor(id)).toEqual(['ella'])
  expect(await findMyConcern(of('jay'), id)).toMatchObject({ toldNames: [], isSiteTold: true })
  await breakGlass(of('ella'), { id: newId(), concernId: id, words: 'Nobody there could be told.' })
  expect((await findConcern(of('ella'), id)).chronology.find(({ kind }) => kind === 'told')).toMatchObject({ rung: 'delivery_site', people: ['Ella'] })
  expect(await heardOf('concern:raised', () => letIn(of('ella'), { id: newId(), concernId: id, personId: of('tom').id, words }))).toEqual(['tom'])
  expect([await letters(id, 'tom'), (await waitsFor(id)).includes('tom')]).toEqual([['first'], true])
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
  // The site's own name as well: then it is asked.
  await expect(say('jay', 'Fatima, Tom, Marcus, Hana and Ella')).rejects.toThrow(Conflict)
  expect(await waitsFor(await say('jay', 'Fatima, Tom, Marcus, Hana and Ella', { isUnattended: true }))).toEqual(['fatima', 'tom', 'marcus'])
})

test('who stands on the ladder is asked by the delivery site only while it has a concern of there open', async () => {
  const ladder = () => read(of('bea'), (tx) => tx.$queryRaw`SELECT * FROM app.adults_to_tell(${cast.riverside}::uuid)`)
  expect(await ladder()).toEqual([])
  const asked = () => read(of('ella'), (tx) => tx.$queryRaw<{ name: string }[]>`SELECT name FROM app.adults_to_tell(${cast.riverside}::uuid)`).then((found) => found.length > 0)
  expect(await asked()).toBe(true)
  await moveClock('61 minutes')
  expect(await asked()).toBe(false)
  await moveClock('0')
})

test('let in by the delivery site: a head is told too, and who read it before hears of it', async () => {
  const id = await say('jay', 'Fatima, Tom, Marcus and Hana')
  await breakGlass(of('ella'), { id: newId(), concernId: id, words: 'Nobody there could be told.' })
  expect(await heardOf('concern:climbed', () => letIn(of('ella'), { id: newId(), concernId: id, personId: of('hana').id, words }))).toEqual(['hana'])
  expect([await letters(id, 'hana'), (await findConcern(of('hana'), id)).can.takeOn]).toEqual([['head'], true])
  const waits = await say('jay', 'Fatima, Tom and Hana')
  await moveClock('3 days')
  await climb(waits)
  await breakGlass(of('ella'), { id: newId(), concernId: waits, words: 'Nobody there answers.' })
  expect(await heardOf('concern:noted', () => letIn(of('ella'), { id: newId(), concernId: waits, personId: of('tom').id, words }))).toEqual(['marcus'])
  await moveClock('0')
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
})

test('somebody who says that it is about an adult there has answered: whose name stands in it is left out', async () => {
  const id = await say('zia', 'Somebody in the session', { isAboutAdult: true, answerId: newId(), aboutName: 'Bea, Hugo or Leon', ofThatName: 'another', askedOf: [of('bea').id], isUnattended: true })
  expect(await waitsFor(id)).toEqual([])
})

test('what is asked is about whom it may be: the refusal names them by id, also by a surname, and an answer says nothing of anybody else', async () => {
  const chosen = { keptFrom: [of('bea').id, of('hugo').id] }
  await expect(say('zia', 'Mr Okafor', chosen)).rejects.toMatchObject({ askedOf: [of('leon').id] })
  await expect(say('zia', 'Mr Okafor', { ...chosen, ofThatName: 'another', askedOf: [of('tom').id] })).rejects.toThrow(Conflict)
  // A device that sends it on its own asks nobody once more.
  expect(await waitsFor(await say('zia', 'Mr Okafor', { ...chosen, ofThatName: 'them', askedOf: [of('tom').id], isUnattended: true }))).toEqual(['leon'])
  expect(await waitsFor(await say('zia', 'Mr Okafor', { ...chosen, ofThatName: 'them', askedOf: [of('leon').id], isUnattended: true }))).toEqual([])
})

test('about mentoring the youth workers are not told: the last lead is asked for', () => {
  const adults = [{ personId: 'l', name: 'Tom Lead', role: 'safeguarding_lead' as const, hereUntil: null }, { personId: 'w', name: 'Ann', role: 'youth_worker' as const, hereUntil: null }]
  const said = { named: ['l'], raisedById: null, chosen: [] }
  expect(leftOut(adults, { ...said, around: null })).toEqual({ keptFrom: ['l'], fits: ['l'], last: [], answer: null })
  expect(leftOut(adults, { ...said, around: ['w'] })).toEqual({ keptFrom: ['w', 'l'], fits: [], last: ['l'], answer: null })
  expect(leftOut(adults, { ...said, around: ['w'], isUnattended: true })).toEqual({ keptFrom: ['w'], fits: [], last: ['l'], answer: 'unasked' })
  expect(leftOut(adults, { ...said, around: ['w', 'l'] })).toEqual({ keptFrom: ['w', 'l'], fits: [], last: [], answer: null })
})
