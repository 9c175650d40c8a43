import { beforeAll, beforeEach, expect, test } from 'vitest'
import { cast, of, readersTold, step, taken, words } from '#tests/support/a-case.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { setAction } from '../cases/set-action.server.ts'
import { finishAction } from '../cases/finish-action.server.ts'
import { findAction } from '../cases/find-action.server.ts'
import { actionsToday, casesToday } from '../cases/cases-today.server.ts'
import { keepFrom } from '../cases/keep-from.server.ts'
import { after, days, hours, now, today } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { giveRole } from '../organisations/give-role.server.ts'
import { endRole } from '../organisations/end-role.server.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { addToConcern } from './add-to-concern.server.ts'
import { climb } from './climb.server.ts'
import { endAbsence } from './end-absence.server.ts'
import { findConcern } from './find-concern.server.ts'
import { findRota } from './find-rota.server.ts'
import { goOnDuty } from './go-on-duty.server.ts'
import { raiseConcern } from './raise-concern.server.ts'
import { receiveConcern } from './receive-concern.server.ts'
import { routeToCover, routeToEveryCover } from './route-to-cover.server.ts'
import { sayAway } from './say-away.server.ts'
import { peopleOn, type AdultToTell } from './states.ts'
import { verifyChronology } from './verify-chronology.server.ts'
import { mayCover } from './who-covers.ts'
import { whoGetsIt } from './who-gets-it.server.ts'

const away = (who: string, cover: string, more: object = {}) => ({ id: newId(), organisationId: cast.riverside, personId: of(who).id, coverId: of(cover).id, startsAt: now(), endsAt: after(days(2)), ...more })
const raise = (more: object = {}) => raiseConcern(of('jay'), { id: newId(), who: 'Wren', what: 'A bruise on her arm.', danger: 'not_now', ...more })
const told = async (id: string) => (await findConcern(of('tom'), id)).chronology.filter(({ kind, coversForName }) => kind === 'told' && coversForName).map(({ people, coversForName }) => `${people.join()} for ${coversForName}`)
/** Everybody is back, so that each test begins with nobody away. */
const nobodyAway = () => asSystem('look in a test', (tx) => tx.absence.findMany({ where: { endsAt: { gt: now() }, endedById: null }, select: { id: true } })).then(async (rows) => { for (const { id } of rows) await endAbsence(of('tom'), { absenceId: id }) })

// A second youth worker: somebody who is told of nothing while another is on duty.
beforeAll(async () => {
  await giveRole(of('grace'), { organisationId: cast.riverside, role: 'youth_worker', personId: of('helen').id })
  cast.people.helen = await viewerOf(of('helen').id)
})
beforeEach(async () => { await moveClock('0'); await nobodyAway() })

test('who may cover for whom: nobody gets through cover what they might not be told anyway', () => {
  const adults = [{ personId: 'lead', role: 'safeguarding_lead' }, { personId: 'deputy', role: 'deputy_lead' }, { personId: 'w1', role: 'youth_worker' }, { personId: 'w2', role: 'youth_worker' }, { personId: 'head', role: 'head' }] as const
  const may = (person: string) => adults.filter((cover) => mayCover(adults, person, cover.personId)).map((cover) => cover.personId)
  expect([may('lead'), may('deputy'), may('w1'), may('head'), may('stranger')]).toEqual([['deputy'], ['lead'], ['lead', 'deputy', 'w2'], [], []])
})

test('who is told while somebody is away, as a table', () => {
  const adult = (personId: string, role: AdultToTell['role'], isHere: boolean, coverId: string | null = null): AdultToTell => ({ personId, name: personId, role, hereUntil: isHere ? new Date() : null, coverId })
  const on = (adults: AdultToTell[], keptFrom: string[] = []) => peopleOn('first', adults, { keptFrom, raisedById: null }).map((one) => one.personId).sort()
  const lead = adult('lead', 'safeguarding_lead', false)
  expect(on([lead, adult('w1', 'youth_worker', true, 'w2'), adult('w2', 'youth_worker', false), adult('w3', 'youth_worker', false)])).toEqual(['lead', 'w1', 'w2'])
  // Whose cover is kept out of it is not counted as being there: then everybody is told.
  expect(on([lead, adult('w1', 'youth_worker', true, 'w2'), adult('w2', 'youth_worker', false), adult('w3', 'youth_worker', false)], ['w2'])).toEqual(['lead', 'w1', 'w3'])
  // Nor one who is away as well.
  expect(on([lead, adult('w1', 'youth_worker', true, 'w2'), adult('w2', 'youth_worker', false, 'w3'), adult('w3', 'youth_worker', false)])).toEqual(['lead', 'w1', 'w2', 'w3'])
  // The lead is away, and whoever covers may not be told: then the head is, at once.
  const [gone, deputy, head] = [adult('lead', 'safeguarding_lead', false, 'deputy'), adult('deputy', 'deputy_lead', false), adult('head', 'head', false, 'w1')]
  expect(on([gone, deputy, head])).toEqual(['deputy', 'lead'])
  expect(on([gone, deputy, head, adult('w1', 'youth_worker', true)], ['deputy'])).toEqual(['head', 'lead', 'w1'])
  // What a head or the delivery site is told, nobody is told for them.
  const around = { keptFrom: [], raisedById: null }
  for (const [rung, role] of [['head', 'head'], ['delivery_site', 'programme_lead']] as const)
    expect(peopleOn(rung, [adult('both', role, false, 'w1'), adult('both', 'youth_worker', false, 'w1'), adult('w1', 'youth_worker', true)], around).map((one) => one.personId), rung).toEqual(['both'])
})

test('a youth worker is away: what waited, and what comes, is told to both; on record; and it ends by itself', async () => {
  await goOnDuty(of('marcus'), { organisationId: cast.riverside, hours: 12 })
  const waited = await raise()
  await expect(findConcern(of('helen'), waited)).rejects.toThrow(NotFound)
  const absence = away('marcus', 'helen', { endsAt: after(hours(6)) })
  await sayAway(of('marcus'), absence)
  await sayAway(of('marcus'), absence)
  await Promise.all([routeToCover(absence.id), routeToCover(absence.id), routeToEveryCover()])
  expect(await told(waited)).toEqual(['Helen for Marcus'])
  await receiveConcern(of('helen'), { concernId: waited })
  const came = await raise()
  expect((await findConcern(of('helen'), came)).what).toBe('A bruise on her arm.')
  expect((await findConcern(of('marcus'), came)).what).toBe('A bruise on her arm.')
  expect((await whoGetsIt(of('amara')))[0]!.people.find(({ name }) => name === 'Marcus')).toMatchObject({ hereUntil: null, what: 'youth worker, away just now' })
  expect(await verifyChronology('system', waited)).toMatchObject({ isWhole: true })
  await moveClock('7 hours')
  const later = await raise()
  await expect(findConcern(of('helen'), later)).rejects.toThrow(NotFound)
})

test('a lead is away: the deputy has their cases on Today, and a clock tells both', async () => {
  const id = await taken()
  await sayAway(of('fatima'), away('fatima', 'tom'))
  await routeToEveryCover()
  expect(await told(id)).toContain('Tom for Fatima')
  expect((await casesToday(of('tom'), { take: 50 })).find((one) => one.concernId === id)).toMatchObject({ why: 'assess', coversFor: 'Fatima' })
  expect((await casesToday(of('fatima'), { take: 50 })).some((one) => one.concernId === id)).toBe(true)
  const waits = await raise({ danger: 'now' })
  await moveClock('6 minutes')
  await climb(waits)
  expect((await findConcern(of('tom'), waits)).chronology.find(({ kind }) => kind === 'climbed')!.people).toEqual(['Fatima', 'Tom'])
})

test('what somebody was asked to do is their cover’s to read and to do, and no more than that; never what is kept from the cover', async () => {
  const [id, hidden] = [await taken(), await taken()]
  const [asked, secret] = [newId(), newId()]
  for (const [concernId, actionId] of [[id, asked], [hidden, secret]] as const) await setAction(of('fatima'), { id: actionId, concernId, ownerId: of('marcus').id, dueOn: today(), what: 'Meet her at the gate.' })
  await keepFrom(of('fatima'), { ...step(hidden), personId: of('helen').id, words })
  await expect(findAction(of('helen'), asked)).rejects.toThrow(NotFound)
  await sayAway(of('grace'), away('marcus', 'helen'))
  await routeToEveryCover()
  expect((await actionsToday(of('helen'))).filter((one) => [asked, secret].includes(one.id))).toMatchObject([{ id: asked, coversFor: 'Marcus' }])
  expect((await findAction(of('helen'), asked)).what).toBe('Meet her at the gate.')
  await expect(findConcern(of('helen'), id)).rejects.toThrow(NotFound)
  await expect(findAction(of('helen'), secret)).rejects.toThrow(NotFound)
  await expect(finishAction(of('helen'), { id: newId(), actionId: secret, words })).rejects.toThrow(NotFound)
  expect([await told(id), await told(hidden)]).toEqual([['Helen for Marcus'], []])
  await finishAction(of('helen'), { id: newId(), actionId: asked, words })
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
  await nobodyAway()
  await expect(findAction(of('helen'), asked)).rejects.toThrow(NotFound)
})

test('what a head was told as head, their cover as a youth worker does not hear; a deputy does', async () => {
  await giveRole(of('grace'), { organisationId: cast.riverside, role: 'youth_worker', personId: of('hana').id })
  await goOnDuty(of('marcus'), { organisationId: cast.riverside, hours: 12 })
  const round = await raise({ keptFrom: [of('fatima').id] })
  await sayAway(of('grace'), away('hana', 'helen'))
  await routeToEveryCover()
  await expect(findConcern(of('helen'), round)).rejects.toThrow(NotFound)
  expect(await told(round)).toEqual([])
  await nobodyAway()
  await sayAway(of('grace'), away('hana', 'tom'))
  await routeToEveryCover()
  expect(await told(round)).toEqual(['Tom for Hana'])
})

test('somebody adds to what a lead who is away looks after: the letter goes to the cover too', async () => {
  const id = await taken()
  await sayAway(of('fatima'), away('fatima', 'tom'))
  await routeToEveryCover()
  const letters = () => asSystem('look in a test', (tx) => tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM jobs.job WHERE name = 'safeguarding.alert-letter' AND data->>'concernId' = ${id} AND data->>'personId' = ${of('tom').id}`).then(([row]) => row!.n)
  const before = await letters()
  await addToConcern(of('jay'), { id: newId(), concernId: id, part: 'words', said: { words: 'She said more.' } })
  await readersTold(id)
  expect(await letters()).toBe(before + 1)
})

test('who may say so, and who may not; not by SQL either', async () => {
  await expect(sayAway(of('marcus'), away('helen', 'marcus'))).rejects.toThrow(Forbidden)
  for (const name of ['amara', 'hana', 'bea']) await expect(sayAway(of(name), away('marcus', 'helen')), name).rejects.toThrow(Forbidden)
  for (const [who, cover] of [['fatima', 'marcus'], ['fatima', 'hana'], ['marcus', 'grace'], ['marcus', 'leon'], ['marcus', 'marcus']] as const) {
    await expect(sayAway(of('grace'), away(who, cover)), cover).rejects.toThrow('covered by')
    await expect(change(of('grace'), (tx) => tx.absence.createMany({ data: [{ ...away(who, cover), byId: of('grace').id }] })), cover).rejects.toThrow('row-level security')
  }
  // Nobody who is not a lead makes themself the cover of a colleague.
  await giveRole(of('ella'), { organisationId: cast.riverside, role: 'coordinator', personId: of('helen').id })
  const helen = await viewerOf(of('helen').id)
  await expect(sayAway(helen, away('marcus', 'helen'))).rejects.toThrow('make yourself the cover')
  await expect(change(helen, (tx) => tx.absence.createMany({ data: [{ ...away('marcus', 'helen'), byId: helen.id }] }))).rejects.toThrow('row-level security')
  await sayAway(of('marcus'), away('marcus', 'helen'))
  await expect(sayAway(of('grace'), away('helen', 'tom')), 'whoever covers is not away as well').rejects.toThrow('cover for a colleague')
  await nobodyAway()
  await sayAway(of('fatima'), away('fatima', 'tom'))
  await expect(sayAway(of('tom'), away('fatima', 'tom'))).rejects.toThrow('away already')
  await expect(sayAway(of('marcus'), away('marcus', 'fatima'))).rejects.toThrow('away then too')
  const [absence] = (await findRota(of('marcus'), { organisationId: cast.riverside, week: null })).away.filter(({ name }) => name === 'Fatima')
  await expect(endAbsence(of('marcus'), { absenceId: absence!.id })).rejects.toThrow(Forbidden)
  await expect(endAbsence(of('leon'), { absenceId: absence!.id })).rejects.toThrow(NotFound)
  for (const name of ['amara', 'leon', 'sam']) expect(await read(of(name), (tx) => tx.absence.count({ where: { organisationId: cast.riverside } })), name).toBe(0)
  await expect(change(of('fatima'), (tx) => tx.absence.updateMany({ where: { id: absence!.id }, data: { endsAt: after(days(50)), endedById: of('fatima').id } })), 'never longer').rejects.toThrow('row-level security')
})

test('whose role has ended covers for nobody any more', async () => {
  await goOnDuty(of('marcus'), { organisationId: cast.riverside, hours: 12 })
  await sayAway(of('marcus'), away('marcus', 'helen'))
  const membership = await read(of('grace'), (tx) => tx.membership.findFirstOrThrow({ where: { personId: of('helen').id, organisationId: cast.riverside, role: 'youth_worker', endsAt: null } }))
  await endRole(of('grace'), { membershipId: membership.id })
  const came = await raise()
  expect(await asSystem('look in a test', (tx) => tx.concernAlert.count({ where: { concernId: came, personId: of('helen').id } }))).toBe(0)
})

test('two say at once who covers for whom: one after the other, and nobody covers for somebody who covers for them', async () => {
  const underWay = () => read(of('fatima'), (tx) => tx.absence.count({ where: { organisationId: cast.riverside, endsAt: { gt: now() }, endedById: null } }))
  for (const _ of [1, 2, 3]) {
    await nobodyAway()
    const outcomes = await Promise.allSettled([sayAway(of('fatima'), away('fatima', 'tom')), sayAway(of('tom'), away('tom', 'fatima')), sayAway(of('grace'), away('fatima', 'tom'))])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  }
  await nobodyAway()
  const one = away('marcus', 'tom')
  await Promise.all([sayAway(of('marcus'), one), sayAway(of('marcus'), one)])
  expect(await underWay(), 'sent twice at once, it is once').toBe(1)
})
