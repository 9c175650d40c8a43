import { afterEach, beforeAll, expect, test } from 'vitest'
import { everyCriterionMet } from '#prisma/demo/every-criterion-met.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import { acceptClaim } from '../claims/answer-claim.server.ts'
import { enterDetails } from '../claims/enter-details.server.ts'
import { findBatch } from '../claims/find-batch.server.ts'
import { makeBatch } from '../claims/make-batch.server.ts'
import { makeTemplate } from '../claims/make-template.server.ts'
import { sendBatch } from '../claims/send-batch.server.ts'
import { standsOnNothing } from '../claims/stands-on-nothing.server.ts'
import { usualColumns } from '../claims/template.ts'
import { awardQualification } from '../awards/award-qualification.server.ts'
import { after, days } from '../clock.ts'
import { newId } from '../db/new-id.ts'
import { change } from '../db/change.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { giveRole } from '../organisations/give-role.server.ts'
import { countersignDecision } from './countersign-decision.server.ts'
import { findSignOff } from './find-sign-off.server.ts'
import { isSignedOff } from './is-signed-off.server.ts'
import { recordQualification } from './record-qualification.server.ts'
import { signOffLearner } from './sign-off-learner.server.ts'
import { staff, toCountersign } from './staff.server.ts'
import { findQualification, strikeQualification } from './strike-qualification.server.ts'
import { strikeSignOff } from './strike-sign-off.server.ts'

let cast: Cast
let specificationId: string
let templateId: string
let registered: Record<string, string>
const of = (name: string) => cast.people[name]!
const day = (count: number) => after(days(count)).toISOString().slice(0, 10)

beforeAll(async () => {
  cast = await theCast()
  ;({ specificationId, registered } = await registeredLearners(cast, ['amara', 'jay', 'priya']))
  templateId = await makeTemplate(of('grace'), { id: newId(), organisationId: cast.riverside, name: 'An awarding body', columns: usualColumns, dateFormat: 'dd/mm/yyyy', hasByteOrderMark: true, needsUln: false })
  for (const [name, registrationId] of Object.entries(registered)) {
    await everyCriterionMet({ learner: of(name), assessor: of('noor'), registrationId })
    await enterDetails(of('grace'), { id: newId(), registrationId, forenames: name, surname: 'Okonjo', bornOn: '2008-01-31', uln: '', revision: 0 })
  }
})
afterEach(() => moveClock('0'))

async function signOff(name: string) {
  const id = newId()
  await signOffLearner(of('owen'), { id, registrationId: registered[name]! })
  return id
}
async function claim(name: string) {
  const batchId = newId()
  await makeBatch(of('grace'), { id: batchId, organisationId: cast.riverside, specificationId, templateId, registrationIds: [registered[name]!] })
  return batchId
}
const acts = (kind: string, by = 'owen') => read(of(by), (tx) => tx.act.count({ where: { kind } }))

test('a sign-off that was wrong is struck through with a reason, stays to be read, and whatever leans on it asks again', async () => {
  const signOffId = await signOff('amara')
  const batchId = await claim('amara')
  const why = 'I had Jay’s work before me.'
  for (const name of ['noor', 'grace', 'sam', 'amara', 'marcus']) await expect(strikeSignOff(of(name), { signOffId, why }), name).rejects.toThrow(Forbidden)
  for (const name of ['jay', 'zia', 'cass', 'eve', 'ella']) await expect(strikeSignOff(of(name), { signOffId, why }), name).rejects.toThrow(NotFound)
  await expect(strikeSignOff(of('owen'), { signOffId, why: '  ' })).rejects.toThrow('what was wrong')
  await Promise.all([strikeSignOff(of('owen'), { signOffId, why }), strikeSignOff(of('owen'), { signOffId, why })])
  await strikeSignOff(of('owen'), { signOffId, why })
  expect(await acts('quality.sign-off-struck')).toBe(1)

  expect(await read(of('owen'), (tx) => isSignedOff(tx, registered.amara!))).toBe(false)
  expect(await findSignOff(of('owen'), { registrationId: registered.amara! })).toMatchObject({ signedOff: null, struck: [{ byName: 'Owen', struckBy: 'Owen', why }], can: { signOff: true } })
  await expect(sendBatch(of('grace'), { batchId })).rejects.toThrow('has not signed them off')
  expect((await findBatch(of('grace'), { batchId })).claims[0]!.missing).toEqual(['A quality assurer has not signed them off yet.'])
  expect(await standsOnNothing(of('grace'))).toMatchObject([{ batchId, name: 'Amara', isAwarded: false }])

  await signOff('amara')
  expect(await standsOnNothing(of('grace'))).toEqual([])
  await sendBatch(of('grace'), { batchId })
  expect(await findSignOff(of('owen'), { registrationId: registered.amara! })).toMatchObject({ signedOff: { byName: 'Owen' }, struck: [{ why }] })
})

test('after the claim has gone out no certificate is made out on it, and one that was is shown to the coordinator', async () => {
  const signOffId = await signOff('jay')
  const batchId = await claim('jay')
  await sendBatch(of('grace'), { batchId })
  await acceptClaim(of('grace'), { id: newId(), claimId: (await findBatch(of('grace'), { batchId })).claims[0]!.id, certificateNumber: 'EX-1' })
  await strikeSignOff(of('owen'), { signOffId, why: 'Too soon.' })
  await expect(awardQualification(of('grace'), { id: newId(), registrationId: registered.jay!, goodUntil: '' })).rejects.toThrow('signs them off first')
  const again = await signOff('jay')
  await awardQualification(of('grace'), { id: newId(), registrationId: registered.jay!, goodUntil: '' })
  await strikeSignOff(of('owen'), { signOffId: again, why: 'Too soon once more.' })
  expect(await standsOnNothing(of('grace'))).toMatchObject([{ name: 'Jay', isAwarded: true }])
  expect(await standsOnNothing(of('cass'))).toEqual([])
})

test('an entry about a qualification is struck through; what was decided and countersigned on the strength of it waits for a colleague again', async () => {
  const record = async (whose: string, doneOn = day(-400)) => {
    const id = newId()
    await recordQualification(of('grace'), { id, organisationId: cast.riverside, personId: of(whose).id, kind: 'assessing', title: 'Level 3 in assessing', doneOn })
    return id
  }
  const noors = await record('noor')
  await signOff('priya')
  const batchId = await claim('priya')
  const why = 'This is the certificate of another Noor.'
  for (const name of ['noor', 'amara', 'sam', 'cass']) await expect(strikeQualification(of(name), { qualificationId: noors, why }), name).rejects.toThrow(/Forbidden|for somebody else|nothing here/)
  await strikeQualification(of('grace'), { qualificationId: noors, why })
  await strikeQualification(of('grace'), { qualificationId: noors, why })
  await expect(strikeQualification(of('owen'), { qualificationId: noors, why })).rejects.toThrow(Conflict)
  expect(await acts('quality.qualification-struck', 'grace')).toBe(1)
  expect(await findQualification(of('owen'), { qualificationId: noors })).toMatchObject({ name: 'Noor Haddad', isStruck: true })
  const rows = await staff(of('noor'))
  expect(rows.find(({ name, organisationId, role }) => name === 'Noor Haddad' && organisationId === cast.riverside && role === 'assessor')).toMatchObject({ state: 'out', titles: [], records: [{ struck: { byName: 'Grace', why } }] })

  const missing = /struck through. Another assessor countersigns/
  await expect(sendBatch(of('grace'), { batchId })).rejects.toThrow(missing)
  expect((await findSignOff(of('owen'), { registrationId: registered.priya! })).missing.join()).toMatch(/without a qualification that stands/)
  const around = change(of('grace'), (tx) => tx.claim.createMany({ data: [{ id: newId(), organisationId: cast.riverside, batchId, registrationId: registered.jay!, personId: of('jay').id }] }))
  await expect(around).rejects.toThrow(/row-level security/)

  const colleague = async (name: string): Promise<Viewer> => {
    await giveRole(of('grace'), { organisationId: cast.riverside, personId: of(name).id, role: 'assessor' })
    return viewerOf(of(name).id)
  }
  const [tess, sam] = [await colleague('tess'), await colleague('sam')]
  const [tesses, sams] = [await record('tess'), await record('sam')]
  for (let waiting = await toCountersign(tess); waiting.length > 0; waiting = await toCountersign(tess)) for (const { id: decisionId } of waiting) await countersignDecision(tess, { decisionId })
  const decisionId = (await read(tess, (tx) => tx.countersignature.findFirstOrThrow({ where: { byId: tess.id, decision: { registrationId: registered.priya! } } }))).decisionId
  await expect(countersignDecision(sam, { decisionId })).rejects.toThrow('a colleague has countersigned this already')
  expect((await findBatch(of('grace'), { batchId })).claims[0]!.missing).toEqual([])

  await strikeQualification(of('owen'), { qualificationId: tesses, why: 'It had never been awarded.' })
  expect((await findBatch(of('grace'), { batchId })).claims[0]!.missing.join()).toMatch(missing)
  await expect(countersignDecision(tess, { decisionId }), 'hers no longer counts, and she is not told that it worked').rejects.toThrow('your own assessor’s qualification has to be on record')
  expect((await toCountersign(sam)).length).toBeGreaterThan(0)
  await countersignDecision(sam, { decisionId })
  const [waits] = await read(sam, (tx) => tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM app.to_countersign(ARRAY[${cast.riverside}::uuid]) w WHERE w."decisionId" = ${decisionId}::uuid`)
  expect(waits!.count).toBe(0)
  // Put on record rightly, she signs what waits once more; sent again it is still one signature.
  await strikeQualification(of('owen'), { qualificationId: sams, why: 'Nor had this one.' })
  await moveClock('1 day')
  await record('tess', day(0))
  const signed = () => read(tess, (tx) => tx.countersignature.count({ where: { decisionId, byId: tess.id } }))
  expect(await signed()).toBe(1)
  await Promise.all([countersignDecision(tess, { decisionId }), countersignDecision(tess, { decisionId })])
  expect(await signed()).toBe(2)
})
