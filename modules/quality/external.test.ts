import { io } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { everyCriterionMet } from '#prisma/demo/every-criterion-met.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { aGateway } from '#tests/support/a-gateway.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import { findMatrix } from '../accreditation/find-matrix.server.ts'
import { learners } from '../accreditation/learners.server.ts'
import { after, days, minutes } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { endRole } from '../organisations/end-role.server.ts'
import { addMentee } from '../mentoring/add-mentee.server.ts'
import { drawPlan } from './draw-plan.server.ts'
import { endOpening } from './end-opening.server.ts'
import { findOpened, findOpenedDecision } from './find-opened.server.ts'
import { findSampled } from './find-sampled.server.ts'
import { judgeSampled } from './judge-sampled.server.ts'
import { openedToMe, openingsOf } from './openings.server.ts'
import { openingOver, openToExternal } from './open-to-external.server.ts'
import { withoutNames } from './parts/without-names.server.ts'
import { findPlan } from './plans.server.ts'

let cast: Cast
let gateway: Awaited<ReturnType<typeof aGateway>>
let planId: string
let other: string
let registered: Record<string, string>
const of = (name: string) => cast.people[name]!
const open = (by: string, more: Partial<Parameters<typeof openToExternal>[1]> = {}) => {
  const id = newId()
  return openToExternal(of(by), { id, planId, personId: of('eve').id, opensAt: after(-minutes(1)), closesAt: after(days(7)), ...more }).then(() => more.id ?? id)
}
/** Everything of these tables that exists for somebody. */
const seen = (name: string) => read(of(name), async (tx) => ({
  plans: await tx.samplingPlan.count(), sampled: await tx.sampledDecision.count(), judgements: await tx.sampleJudgement.count(), registrations: await tx.registration.count(), decisions: await tx.decision.count(),
  evidence: await tx.evidence.count(), openings: await tx.externalOpening.count(), looks: await tx.externalLook.count(),
}))
const nothing = { plans: 0, sampled: 0, judgements: 0, registrations: 0, decisions: 0, evidence: 0, openings: 0, looks: 0 }

beforeAll(async () => {
  cast = await theCast()
  gateway = await aGateway(cast)
  const { specificationId, ...learners } = await registeredLearners(cast, ['amara', 'jay'])
  registered = learners.registered
  for (const name of ['amara', 'jay']) await everyCriterionMet({ learner: of(name), assessor: of('noor'), registrationId: registered[name]! })
  planId = await drawPlan(of('owen'), { id: newId(), organisationId: cast.riverside, specificationId, stage: 'interim', size: 3 })
  other = await drawPlan(of('owen'), { id: newId(), organisationId: cast.riverside, specificationId, stage: 'interim', size: 2 })
  const [first] = (await findPlan(of('owen'), { planId })).sampled
  await judgeSampled(of('owen'), { id: newId(), sampledId: first!.id, agrees: true, words: 'Seen, and the same.' })
})
afterEach(() => moveClock('0'))
afterAll(() => gateway.close())

test('a quality assurer opens a sample between two days, to somebody who has the role there, and nobody else does', async () => {
  expect(await seen('eve')).toEqual(nothing)
  for (const name of ['noor', 'grace', 'eve', 'amara', 'zia']) await expect(open(name), name).rejects.toThrow(name === 'noor' ? Forbidden : NotFound)
  await expect(open('owen', { personId: of('vera').id })).rejects.toThrow(Conflict)
  await expect(open('owen', { closesAt: after(days(90)) })).rejects.toThrow('Sixty days at most.')
  await expect(open('owen', { opensAt: after(days(9)) })).rejects.toThrow('comes after the first')
})

test('they see what was drawn, numbered and not named, with its evidence; nothing beside it; and every look is on record', async () => {
  const id = newId()
  await open('owen', { id })
  await open('owen', { id })
  const opened = await findOpened(of('eve'), { openingId: id })
  expect(opened.sampled).toHaveLength(3)
  expect(opened.mark.name).toBe('Eve Lambert')
  expect(new Set(opened.sampled.map(({ learner }) => learner.replace(/\d/, 'n')))).toEqual(new Set(['Learner n']))
  const [first] = opened.sampled
  const decision = await findOpenedDecision(of('eve'), { openingId: id, sampledId: first!.id })
  expect(decision).toMatchObject({ assessor: 'Noor', judgement: { agrees: true, byName: 'Owen', words: 'Seen, and the same.' }, decisions: [{ feedback: 'This shows it.' }], evidence: [{ byName: 'the learner', words: expect.stringMatching(/^What I/) as unknown }] })
  for (const name of ['Amara', 'Jay', of('amara').id, of('jay').id]) expect(JSON.stringify([opened, decision])).not.toContain(name)

  const eve = await seen('eve')
  expect(eve).toMatchObject({ plans: 1, sampled: 3, judgements: 1, decisions: 3, openings: 1, looks: 2 })
  expect(eve.evidence).toBeLessThanOrEqual(3)
  expect(await read(of('eve'), (tx) => tx.person.findMany({ where: { id: { in: [of('amara').id, of('jay').id, of('noor').id, of('owen').id] } }, select: { name: true }, orderBy: { name: 'asc' } }))).toEqual([{ name: 'Noor' }, { name: 'Owen' }])
  for (const table of ['journalEntry', 'journalShare', 'concern', 'cohort', 'cohortMember', 'observation', 'cardAnswer', 'unitProgress', 'pair', 'mentee'] as const)
    expect(await read(of('eve'), (tx) => (tx[table] as unknown as { count: () => Promise<number> }).count()), table).toBe(0)

  // The pages of those inside stay shut, and so does what was not opened.
  await expect(findSampled(of('eve'), { sampledId: first!.id })).rejects.toThrow(NotFound)
  await expect(findMatrix(of('eve'), { registrationId: registered.amara! })).rejects.toThrow(NotFound)
  await expect(learners(of('eve'))).rejects.toThrow(Forbidden)
  const [unopened] = (await findPlan(of('owen'), { planId: other })).sampled
  await expect(findOpenedDecision(of('eve'), { openingId: id, sampledId: unopened!.id })).rejects.toThrow(NotFound)
  for (const name of ['owen', 'noor', 'amara', 'vera']) await expect(findOpened(of(name), { openingId: id }), name).rejects.toThrow(NotFound)
  await expect(change(of('eve'), (tx) => tx.sampleJudgement.createMany({ data: [{ id: newId(), organisationId: cast.riverside, sampledId: first!.id, agrees: true, words: new Uint8Array(), byId: of('eve').id }] }))).rejects.toThrow(/row-level security/)

  // Once a page and quarter of an hour; a quality assurer of the setting reads it.
  await findOpenedDecision(of('eve'), { openingId: id, sampledId: first!.id })
  await moveClock('16 minutes')
  await findOpenedDecision(of('eve'), { openingId: id, sampledId: first!.id })
  await moveClock('0')
  const [kept] = (await openingsOf(of('owen'), { planId })).openings
  expect(kept).toMatchObject({ name: 'Eve', state: 'open', allLooks: 3 })
  expect(await read(of('eve'), (tx) => tx.act.count({ where: { kind: 'quality.external-look', byId: of('eve').id } }))).toBe(3)
  await endOpening(of('owen'), { openingId: id })
})

test('a young person’s name that somebody wrote into their words is left out for whoever looks from outside, and for nobody else', async () => {
  await addMentee(of('marcus'), { organisationId: cast.riverside, birdName: 'Kestrel', ownName: 'Rosé Lindqvist-O’Dea' })
  const [, , third] = (await findPlan(of('owen'), { planId })).sampled
  const words = 'Amara’s words name AMARA OKONJO, jay and their mentee Rose O’Dea; lindqvist is a name here too. You may hope, and I will. Noor decided.'
  await judgeSampled(of('owen'), { id: newId(), sampledId: third!.id, agrees: true, words })
  const openingId = await open('owen')
  const { judgement, decisions } = await findOpenedDecision(of('eve'), { openingId, sampledId: third!.id })
  expect(judgement!.words).toBe('[name]’s words name [name], [name] and their mentee [name]; [name] is a name here too. You may hope, and I will. Noor decided.')
  expect(decisions).toMatchObject([{ byName: 'Noor', feedback: 'This shows it.' }])
  expect((await findSampled(of('owen'), { sampledId: third!.id })).judgement!.words).toBe(words)
  const heard = await withoutNames(of('eve'), { openingId, organisationId: cast.riverside }, { evidence: [{ transcript: 'I said: Jay, and Jay said nothing.', byName: 'Jay' }, { transcript: null }] })
  expect(heard, 'what is said in a recording').toEqual({ evidence: [{ transcript: 'I said: [name], and [name] said nothing.', byName: 'Jay' }, { transcript: null }] })

  // Nobody asks after names who has no sample open, nor after those of another setting.
  const asked = (name: string) => read(of(name), (tx) => tx.$queryRaw<unknown[]>`SELECT * FROM app.names_among(${openingId}::uuid, ARRAY['amara', 'zia'], ARRAY['', ''])`)
  expect(await asked('eve')).toEqual([{ word: 'amara', isFirst: true }])
  for (const name of ['owen', 'noor', 'zia', 'vera']) expect(await asked(name), name).toEqual([])
  await endOpening(of('owen'), { openingId })
  expect(await asked('eve')).toEqual([])
})

const atTheSocket = () => new Promise<{ gone: Promise<unknown>; close: () => void }>((resolve, reject) => {
  const socket = io(gateway.address, { path: '/live', transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie: 'eve' } })
  const gone = new Promise((left) => socket.once('disconnect', left))
  socket.on('connect', () => resolve({ gone, close: () => socket.close() })).on('connect_error', reject)
})

test('when its time is over there is nothing, and their open pages are dropped', async () => {
  const id = await open('owen')
  expect(await openedToMe(of('eve'))).toMatchObject([{ id, state: 'open', plan: { drawn: 3 } }])
  const { gone } = await atTheSocket()
  await moveClock('8 days')
  await openingOver.work({ personId: of('eve').id })
  expect(await gone).toBe('io server disconnect')
  expect(await seen('eve')).toEqual(nothing)
  expect(await openedToMe(of('eve'))).toEqual([])
  await expect(findOpened(of('eve'), { openingId: id })).rejects.toThrow(NotFound)
})

test('before it begins they know of it and see nothing of it; ended early it is over at once; and so it is when the role ends', async () => {
  await open('owen', { opensAt: after(days(1)), closesAt: after(days(2)) }).then((openingId) => endOpening(of('owen'), { openingId }))
  const ahead = await open('owen', { opensAt: after(days(2)), closesAt: after(days(3)) })
  expect((await openedToMe(of('eve'))).find(({ id }) => id === ahead)).toMatchObject({ state: 'ahead' })
  await expect(findOpened(of('eve'), { openingId: ahead })).rejects.toThrow(NotFound)

  const now = await open('owen')
  await findOpened(of('eve'), { openingId: now })
  const { gone } = await atTheSocket()
  await expect(endOpening(of('eve'), { openingId: now })).rejects.toThrow(Forbidden)
  await endOpening(of('owen'), { openingId: now })
  await endOpening(of('owen'), { openingId: now })
  expect(await gone).toBe('io server disconnect')
  await expect(findOpened(of('eve'), { openingId: now })).rejects.toThrow(NotFound)

  const last = await open('owen')
  const role = await read(of('grace'), (tx) => tx.membership.findFirstOrThrow({ where: { personId: of('eve').id, organisationId: cast.riverside } }))
  await endRole(of('grace'), { membershipId: role.id })
  await expect(findOpened(of('eve'), { openingId: last })).rejects.toThrow(NotFound)
  expect(await seen('eve')).toEqual({ ...nothing })
})
