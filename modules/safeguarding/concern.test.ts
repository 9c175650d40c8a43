import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { whatArrived } from '../audit/what-arrived.server.ts'
import { giveRole } from '../organisations/give-role.server.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { opener } from '../crypto/seal.server.ts'
import { newId } from '../db/new-id.ts'
import { change } from '../db/change.server.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { addNote } from './add-note.server.ts'
import { concernsWaiting } from './concerns-waiting.server.ts'
import { findConcern } from './find-concern.server.ts'
import { findMyConcern, myConcerns } from './my-concerns.server.ts'
import { planDuty } from './plan-duty.server.ts'
import { raiseConcern } from './raise-concern.server.ts'
import { receiveConcern } from './receive-concern.server.ts'
import { takeOnConcern } from './take-on-concern.server.ts'
import { whoGetsIt } from './who-gets-it.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
const worry = (more: object = {}) => ({ id: newId(), who: 'My mentee Wren', what: 'He said he does not want to go home.', danger: 'soon' as const, ...more })
/** What somebody can reach at all: rows of every table a concern is made of, and what its sealed words say to them. */
const reach = (name: string, id: string) => read(of(name), async (tx) => {
  const rows = [await tx.concern.findMany({ where: { id } }), await tx.concernAlert.findMany({ where: { concernId: id } }), await tx.concernReceipt.findMany({ where: { concernId: id } }), await tx.takingOn.findMany({ where: { concernId: id } }),
    await tx.concernKeptFrom.findMany({ where: { concernId: id } }), await tx.chronologyEntry.findMany({ where: { concernId: id } }), await tx.chronologyHead.findMany({ where: { concernId: id } }), await tx.rowKey.findMany({ where: { rowId: id } })]
  const open = await opener(tx, 'Concern', [id])
  return { rows: rows.map((of) => of.length), what: rows[0]![0] ? open(id, 'what', (rows[0] as { what: Uint8Array }[])[0]!.what) : null }
})
const nothing = { rows: [0, 0, 0, 0, 0, 0, 0, 0], what: null }

beforeAll(async () => { cast = await theCast() })

test('a mentor is worried: the youth worker, the lead and the deputy are told, and it is with nobody else', async () => {
  const id = await raiseConcern(of('jay'), worry())
  for (const name of ['marcus', 'fatima', 'tom']) {
    expect((await reach(name, id)).what, name).toBe('He said he does not want to go home.')
    expect(await concernsWaiting(of(name)), name).toMatchObject([{ concernId: id, organisationName: 'Riverside Academy', raisedByName: 'Jay', danger: 'soon', state: 'waiting', mayReceive: true, mayTakeOn: name !== 'marcus', openable: true }])
  }
  for (const name of Object.keys(cast.people).filter((name) => !['marcus', 'fatima', 'tom', 'jay'].includes(name))) {
    expect(await reach(name, id), name).toEqual(nothing)
    expect(await concernsWaiting(of(name)), name).toEqual([])
    await expect(findConcern(of(name), id), name).rejects.toThrow(NotFound)
    await expect(receiveConcern(of(name), { concernId: id }), name).rejects.toThrow(NotFound)
    await expect(takeOnConcern(of(name), { concernId: id, firstStep: 'Ring home' }), name).rejects.toThrow(NotFound)
    await expect(addNote(of(name), { id: newId(), concernId: id, words: 'mine' }), name).rejects.toThrow(NotFound)
    await expect(findMyConcern(of(name), id), name).rejects.toThrow(NotFound)
  }
})

test('whoever raised it sees who has it and never what it says; the youth worker reads it until it is taken on', async () => {
  const id = await raiseConcern(of('jay'), worry())
  expect((await reach('jay', id))).toMatchObject({ rows: [1, 3, 0, 0, 0, 0, 0, 0], what: null })
  expect(await findMyConcern(of('jay'), id)).toMatchObject({ receivedByName: null, toldNames: ['Fatima', 'Marcus', 'Tom'], organisationPhone: '020 7946 0110' })
  await expect(findConcern(of('jay'), id)).rejects.toThrow(NotFound)

  await receiveConcern(of('marcus'), { concernId: id })
  expect(await findMyConcern(of('jay'), id)).toMatchObject({ receivedByName: 'Marcus', takenOnByName: null })
  expect(await findConcern(of('marcus'), id)).toMatchObject({ what: 'He said he does not want to go home.', state: 'received', can: { receive: false, takeOn: false, note: true } })
  await expect(takeOnConcern(of('marcus'), { concernId: id, firstStep: 'I ring home' })).rejects.toThrow(Forbidden)

  const takingOn = { id: newId(), concernId: id, firstStep: 'Speak to Wren with his form tutor at 11.' }
  await takeOnConcern(of('fatima'), takingOn)
  await takeOnConcern(of('fatima'), takingOn)
  expect(await whatArrived(of('fatima'), { ids: [takingOn.id] }), 'a page whose answer was lost can ask').toEqual([takingOn.id])
  expect(await findMyConcern(of('jay'), id)).toMatchObject({ receivedByName: 'Marcus', takenOnByName: 'Fatima' })
  expect((await myConcerns(of('jay')))[0]).toMatchObject({ concernId: id, takenOnByName: 'Fatima' })
  await expect(findConcern(of('marcus'), id)).rejects.toThrow(NotFound)
  expect((await reach('marcus', id))).toMatchObject({ rows: [1, 0, 1, 1, 0, 0, 0, 0], what: null })
  expect((await concernsWaiting(of('marcus'))).find((one) => one.concernId === id)).toMatchObject({ state: 'taken-on', takenOnByName: 'Fatima', openable: false, mayReceive: false })
  expect(await findConcern(of('tom'), id)).toMatchObject({ firstStep: 'Speak to Wren with his form tutor at 11.', climbsAt: null, chronology: expect.arrayContaining([expect.objectContaining({ kind: 'taken-on', says: [{ label: null, text: 'Speak to Wren with his form tutor at 11.' }] })]) as unknown })
})

test('two say "I have it" at once: one has it, the other is told who, and since when', async () => {
  const id = await raiseConcern(of('amara'), worry())
  const outcomes = await Promise.allSettled(['marcus', 'tom', 'fatima'].map((name) => receiveConcern(of(name), { concernId: id })))
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) if (outcome.status === 'rejected') {
    expect(outcome.reason).toBeInstanceOf(Conflict)
    expect((outcome.reason as Error).message).toMatch(/^(Marcus|Tom|Fatima) has it already, since \d\d:\d\d\.$/)
  }
  const both = await Promise.allSettled(['tom', 'fatima'].map((name) => takeOnConcern(of(name), { concernId: id, firstStep: 'Meet her form tutor.' })))
  expect(both.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((both.find((outcome) => outcome.status === 'rejected') as PromiseRejectedResult).reason).toBeInstanceOf(Conflict)
  const lines = (await findConcern(of('fatima'), id)).chronology.map((line) => line.kind)
  expect([lines.filter((kind) => kind === 'received').length, lines.filter((kind) => kind === 'taken-on').length]).toEqual([1, 1])
})

test('a form sent twice, also at once, is one concern and one alert', async () => {
  const form = worry()
  expect(await Promise.all([1, 2, 3].map(() => raiseConcern(of('priya'), form)))).toEqual([form.id, form.id, form.id])
  expect((await reach('fatima', form.id)).rows.slice(0, 2)).toEqual([1, 3])
  // An id that somebody else's concern has already: this one is not lost for it.
  const other = await raiseConcern(of('amara'), { ...form, what: 'Something else.' })
  expect(other).not.toBe(form.id)
  expect((await reach('fatima', other)).what).toBe('Something else.')
})

test('about the youth worker: he is told nothing, sees nothing, counts nothing', async () => {
  const before = (await concernsWaiting(of('marcus'))).length
  const id = await raiseConcern(of('jay'), worry({ isAboutAdult: true, keptFrom: [of('marcus').id] }))
  expect(await reach('marcus', id)).toEqual(nothing)
  expect((await concernsWaiting(of('marcus'))).length).toBe(before)
  await expect(receiveConcern(of('marcus'), { concernId: id })).rejects.toThrow(NotFound)
  expect((await findConcern(of('fatima'), id)).keptFromNames).toEqual(['Marcus'])
})

test('about the lead: it goes round her to the head, at once', async () => {
  const id = await raiseConcern(of('jay'), worry({ isAboutAdult: true, keptFrom: of('fatima').id }))
  expect(await reach('fatima', id)).toEqual(nothing)
  expect((await concernsWaiting(of('fatima'))).some((one) => one.concernId === id)).toBe(false)
  expect((await concernsWaiting(of('hana'))).find((one) => one.concernId === id)).toMatchObject({ mayReceive: true, mayTakeOn: true, openable: true })
  await takeOnConcern(of('hana'), { concernId: id, firstStep: 'Ring the LADO today.' })
  expect(await findConcern(of('tom'), id)).toMatchObject({ takenOnByName: 'Hana' })
})

test('kept from everybody there: the delivery site learns that something waits, and nothing more', async () => {
  const keptFrom = (await whoGetsIt(of('jay')))[0]!.adults.map((adult) => adult.personId)
  const id = await raiseConcern(of('jay'), worry({ isAboutAdult: true, keptFrom }))
  const seen = (await concernsWaiting(of('ella'))).find((one) => one.concernId === id)
  // Ella is named on the ladder too, so the form offers her: whoever is left is on no rung either, and the page says to ring.
  expect(seen).toBeUndefined()
  const second = await raiseConcern(of('jay'), worry({ keptFrom: keptFrom.filter((person) => person !== of('ella').id) }))
  expect((await concernsWaiting(of('ella'))).find((one) => one.concernId === second)).toMatchObject({ danger: null, raisedByName: null, openable: false, mayReceive: false, organisationPhone: '020 7946 0110' })
  expect(await reach('ella', second)).toEqual(nothing)
})

test('whoever is on duty is told; a colleague who is not, is not', async () => {
  await giveRole(of('grace'), { organisationId: cast.riverside, role: 'youth_worker', personId: of('sam').id })
  cast.people.sam = await viewerOf(of('sam').id)
  const early = await raiseConcern(of('jay'), worry())
  expect((await reach('sam', early)).rows[0]).toBe(1)
  await planDuty(of('marcus'), { id: newId(), organisationId: cast.riverside, personId: of('marcus').id, startsAt: new Date(Date.now() - 3_600_000), endsAt: new Date(Date.now() + 3_600_000) })
  const late = await raiseConcern(of('jay'), worry())
  expect([(await reach('sam', late)).rows[0], (await reach('marcus', late)).rows[0]]).toEqual([0, 1])
  expect((await whoGetsIt(of('jay')))[0]).toMatchObject({ organisationName: 'Riverside Academy', people: expect.arrayContaining([expect.objectContaining({ name: 'Marcus', what: 'youth worker', hereUntil: expect.any(Date) as unknown })]) as unknown })
  await expect(planDuty(of('jay'), { id: newId(), organisationId: cast.riverside, personId: of('jay').id, startsAt: new Date(), endsAt: new Date(Date.now() + 1000) })).rejects.toThrow(Forbidden)
})

test('a raiser cannot keep it from somebody or tell somebody else afterwards, not even in SQL', async () => {
  const id = await raiseConcern(of('jay'), worry())
  const attempts = [
    change(of('jay'), (tx) => tx.concernKeptFrom.createMany({ data: [{ concernId: id, personId: of('fatima').id, organisationId: cast.riverside }] })),
    change(of('jay'), (tx) => tx.concernAlert.createMany({ data: [{ concernId: id, personId: of('jay').id, organisationId: cast.riverside, rung: 'first' }] })),
    change(of('jay'), (tx) => tx.$executeRaw`SELECT app.add_to_chronology(${newId()}::uuid, ${id}::uuid, 'note', '{}'::jsonb, NULL)`),
    change(of('bea'), (tx) => tx.takingOn.createMany({ data: [{ concernId: id, organisationId: cast.harbour, byId: of('bea').id, firstStep: new Uint8Array([1]) }] })),
    change(of('fatima'), (tx) => tx.$executeRaw`UPDATE "ChronologyHead" SET length = 0 WHERE "concernId" = ${id}::uuid`),
    change(of('fatima'), (tx) => tx.$executeRaw`DELETE FROM "ChronologyEntry" WHERE "concernId" = ${id}::uuid`),
    raiseConcern(of('jay'), worry({ organisationId: cast.harbour })),
  ]
  const outcomes = await Promise.allSettled(attempts)
  expect(outcomes.map((outcome) => outcome.status)).toEqual(attempts.map(() => 'rejected'))
})

test('what is missing is said; nothing is raised', async () => {
  await expect(raiseConcern(of('jay'), { ...worry(), who: ' ' })).rejects.toThrow('who you are worried about')
  await expect(raiseConcern(of('jay'), { ...worry(), danger: 'perhaps' as never })).rejects.toThrow('nearest')
})
