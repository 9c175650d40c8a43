import { afterEach, beforeAll, expect, test } from 'vitest'
import { everyCriterionMet } from '#prisma/demo/every-criterion-met.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { after, days } from '../clock.ts'
import { whatArrived } from '../audit/what-arrived.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { giveRole } from '../organisations/give-role.server.ts'
import { countersignDecision } from './countersign-decision.server.ts'
import { recordQualification } from './record-qualification.server.ts'
import { signOffLearner } from './sign-off-learner.server.ts'
import { staff, toCountersign } from './staff.server.ts'
import { standardisation, whatToStandardise } from './standardisation.server.ts'
import { writeStandardisation } from './write-standardisation.server.ts'

let cast: Cast
let specificationId: string
let amara: string
const of = (name: string) => cast.people[name]!
const day = (count: number) => after(days(count)).toISOString().slice(0, 10)
const qualify = (by: string, whose: string, more: Partial<Parameters<typeof recordQualification>[1]> = {}) => recordQualification(of(by), { id: newId(), organisationId: cast.riverside, personId: of(whose).id, kind: 'assessing', title: 'Level 3 in assessing', doneOn: day(-400), ...more })

beforeAll(async () => {
  cast = await theCast()
  const learners = await registeredLearners(cast, ['amara'])
  ;[specificationId, amara] = [learners.specificationId, learners.registered.amara!]
})
afterEach(() => moveClock('0'))

test('what assessors agreed is written down once and read by those who assess there', async () => {
  const [from] = await whatToStandardise(of('noor'))
  const given = { id: newId(), organisationId: cast.riverside, specificationId, heldOn: day(-3), presentIds: [of('noor').id, of('owen').id], criterionIds: [from!.units[0]!.criteria[0]!.id], agreed: 'Two clear sentences are enough.' }
  await writeStandardisation(of('noor'), given)
  await writeStandardisation(of('noor'), given)
  expect(await whatArrived(of('noor'), { ids: [given.id] })).toEqual([given.id])
  for (const name of ['noor', 'owen']) expect((await standardisation(of(name))).meetings, name).toMatchObject([{ present: ['Noor Haddad', 'Owen Price'], criteria: ['EX1 1.1'], agreed: 'Two clear sentences are enough.' }])
  for (const name of ['grace', 'amara', 'sam', 'eve', 'cass']) {
    await expect(standardisation(of(name)), name).rejects.toThrow(Forbidden)
    await expect(writeStandardisation(of(name), { ...given, id: newId() }), name).rejects.toThrow(Forbidden)
  }
  await expect(writeStandardisation(of('owen'), { ...given, id: newId(), presentIds: [of('noor').id, of('amara').id] })).rejects.toThrow(Conflict)
  await expect(writeStandardisation(of('owen'), { ...given, id: newId(), heldOn: day(2) })).rejects.toThrow('still to come')
  expect(await read(of('noor'), (tx) => tx.act.count({ where: { kind: 'quality.standardised' } }))).toBe(1)
})

test('a qualification is written down by somebody else who saw it; what has run out is shown', async () => {
  await expect(qualify('owen', 'owen', { kind: 'quality_assuring' })).rejects.toThrow(Forbidden)
  for (const name of ['noor', 'amara', 'cass', 'eve']) await expect(qualify(name, 'owen'), name).rejects.toThrow(Forbidden)
  await expect(qualify('grace', 'amara')).rejects.toThrow(NotFound)
  expect((await staff(of('owen'))).find(({ name, role }) => name === 'Noor Haddad' && role === 'assessor')).toMatchObject({ state: 'none' })
  await qualify('grace', 'owen', { kind: 'quality_assuring', validUntil: day(20) })
  await qualify('owen', 'noor', { validUntil: day(90) })
  await qualify('owen', 'noor', { kind: 'development', title: 'A day on feedback', doneOn: day(-20), hours: 6 })
  const rows = await staff(of('grace'))
  expect(rows.find(({ role }) => role === 'quality_assurer')).toMatchObject({ name: 'Owen Price', state: 'soon' })
  expect(rows.find(({ role }) => role === 'assessor')).toMatchObject({ name: 'Noor Haddad', state: 'good', development: 6, canRecord: true })
  await moveClock('91 days')
  expect((await staff(of('grace'))).find(({ role }) => role === 'assessor')).toMatchObject({ state: 'out' })
})

test('what was decided after it ran out needs a colleague with a good one, before the learner is signed off', async () => {
  await moveClock('100 days')
  await everyCriterionMet({ learner: of('amara'), assessor: of('noor'), registrationId: amara })
  const signOff = () => signOffLearner(of('owen'), { id: newId(), registrationId: amara })
  await expect(signOff()).rejects.toThrow(/Another assessor has to countersign/)
  expect(await toCountersign(of('noor'))).toEqual([])

  await giveRole(of('grace'), { organisationId: cast.riverside, personId: of('tess').id, role: 'assessor' })
  const tess = await viewerOf(of('tess').id)
  const waiting = await toCountersign(tess)
  expect(waiting[0]).toMatchObject({ assessor: 'Noor', learner: 'Amara' })
  const [{ id: decisionId } = { id: '' }] = waiting
  await expect(countersignDecision(of('noor'), { decisionId })).rejects.toThrow(Forbidden)
  await expect(countersignDecision(of('owen'), { decisionId })).rejects.toThrow(Forbidden)
  await expect(countersignDecision(of('zia'), { decisionId })).rejects.toThrow(NotFound)
  await expect(countersignDecision(tess, { decisionId })).rejects.toThrow('your own assessor’s qualification')
  await qualify('grace', 'tess')
  await Promise.allSettled([countersignDecision(tess, { decisionId }), countersignDecision(tess, { decisionId })])
  for (const { id } of waiting) await countersignDecision(tess, { decisionId: id })
  expect(await toCountersign(tess)).toEqual([])
  await signOff()
  expect(await read(tess, (tx) => tx.act.count({ where: { kind: 'quality.decision-countersigned' } }))).toBe(waiting.length)
})
