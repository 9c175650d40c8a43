import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { everyCriterionMet } from '#prisma/demo/every-criterion-met.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { theCast } from '#tests/support/cast.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import { withdrawLearner } from '../accreditation/withdraw-learner.server.ts'
import { whatArrived } from '../audit/what-arrived.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { countTotals } from '../figures/count-totals.server.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { signOffLearner } from '../quality/sign-off-learner.server.ts'
import { acceptClaim, queryClaim, sendClaimAgain } from './answer-claim.server.ts'
import { claimBatches } from './claim-batches.server.ts'
import { downloadBatch } from './download-batch.server.ts'
import { claimTotals } from './claim-totals.server.ts'
import { enterDetails } from './enter-details.server.ts'
import { findBatch } from './find-batch.server.ts'
import { findDetails } from './find-details.server.ts'
import { makeBatch } from './make-batch.server.ts'
import { makeTemplate } from './make-template.server.ts'
import { certificateNumberOf, myClaim } from './my-claim.server.ts'
import { readyToClaim } from './ready-to-claim.server.ts'
import { sendBatch } from './send-batch.server.ts'
import { takeOutClaim } from './take-out-claim.server.ts'
import { usualColumns } from './template.ts'
import { whoToClaim } from './who-to-claim.server.ts'

let cast: Cast
let specificationId: string
let templateId: string
let registered: Record<string, string>
const of = (name: string) => cast.people[name]!
const ulns: Record<string, string> = { amara: '1000000035', jay: '1000000043', priya: '1000000051', dylan: '1000000078', sofia: '1000000086', kofi: '9276308686' }

beforeAll(async () => {
  cast = await theCast()
  ;({ specificationId, registered } = await registeredLearners(cast, Object.keys(ulns)))
  templateId = await makeTemplate(of('grace'), { id: newId(), organisationId: cast.riverside, name: 'An awarding body', columns: usualColumns, dateFormat: 'dd/mm/yyyy', hasByteOrderMark: true, needsUln: true })
})

const details = (name: string, more: Partial<Parameters<typeof enterDetails>[1]> = {}) => ({ id: newId(), registrationId: registered[name]!, forenames: name, surname: '-Okonjo', bornOn: '2010-07-31', uln: ulns[name]!, revision: 0, ...more })
const enter = (by: string, name: string, more = {}) => enterDetails(of(by), details(name, more))
async function ready(name: string) {
  await everyCriterionMet({ learner: of(name), assessor: of('noor'), registrationId: registered[name]! })
  await signOffLearner(of('owen'), { id: newId(), registrationId: registered[name]! })
  await enter('grace', name)
}
const batch = (by: string, names: string[], id = newId()) => makeBatch(of(by), { id, organisationId: cast.riverside, specificationId, templateId, registrationIds: names.map((name) => registered[name]!) })
const claimOf = async (batchId: string, name: string) => (await findBatch(of('grace'), { batchId })).claims.find(({ registrationId }) => registrationId === registered[name])!

test('details are the coordinator’s to enter and the learner’s to read, and nobody else’s; the record says who', async () => {
  const given = details('amara', { forenames: '  Amara   Chidinma ', uln: '1000 0000-35' })
  for (const name of ['marcus', 'helen', 'sam', 'noor', 'owen']) await expect(enterDetails(of(name), given), name).rejects.toThrow(Forbidden)
  await expect(enterDetails(of('amara'), given)).rejects.toThrow(Forbidden)
  for (const name of ['cass', 'fatima', 'hana', 'ella', 'eve', 'jay']) await expect(enterDetails(of(name), given), name).rejects.toThrow(NotFound)
  await enterDetails(of('grace'), given)
  await enterDetails(of('grace'), given)
  expect(await whatArrived(of('grace'), { ids: [given.id] })).toEqual([given.id])
  expect(await findDetails(of('grace'), given)).toMatchObject({ isEntered: true, revision: 1, details: { forenames: 'Amara Chidinma', surname: '-Okonjo', bornOn: '2010-07-31', uln: '1000000035' } })
  expect(await myClaim(of('amara'), given)).toMatchObject({ details: { name: 'Amara Chidinma -Okonjo' }, standing: null })
  expect(await myClaim(of('jay'), given)).toBeNull()
  for (const name of ['marcus', 'noor', 'owen', 'hana', 'ella', 'cass']) expect(await read(of(name), (tx) => tx.claimDetails.count()), name).toBe(0)
  const acts = await read(of('grace'), (tx) => tx.act.findMany({ where: { kind: { startsWith: 'claims.details' }, subjectId: of('amara').id } }))
  expect(acts.map(({ kind }) => kind)).toEqual(['claims.details-entered'])
})

test('what is written wrong is said in words, and the same number is not two learners’', async () => {
  await expect(enter('grace', 'jay', { uln: '1000000036' })).rejects.toThrow('last digit does not fit')
  await expect(enter('grace', 'jay', { forenames: '=cmd()' })).rejects.toThrow('A name is letters')
  await expect(enter('grace', 'jay', { bornOn: '2026-02-30' })).rejects.toThrow('Choose the day')
  await expect(enter('grace', 'jay', { bornOn: '2203-02-28' })).rejects.toThrow('Check the year')
  await expect(enter('grace', 'jay', { uln: ulns.amara })).rejects.toThrow('another learner here')
  await enter('grace', 'jay', { uln: '9999999999' })
  await enter('grace', 'priya', { uln: '9999999999' })
})

test('of two who put details right at once one is first, and the other is told', async () => {
  const outcomes = await Promise.allSettled([enter('grace', 'jay', { revision: 1, forenames: 'Jay' }), enter('grace', 'jay', { revision: 1, forenames: 'Jayesh' })])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ name: 'Conflict', message: expect.stringContaining('A colleague has changed') as unknown })
  expect((await findDetails(of('grace'), { registrationId: registered.jay! })).revision).toBe(2)
})

test('who is not ready is not claimed, and it is said why, learner by learner', async () => {
  const { learners, all } = await whoToClaim(of('grace'), { organisationId: cast.riverside, specificationId })
  expect(all).toBe(learners.length)
  expect(await whoToClaim(of('grace'), { organisationId: cast.riverside, specificationId, name: 'oKon' })).toMatchObject({ all: 1, learners: [{ name: 'Amara' }] })
  expect(learners.find(({ name }) => name === 'Amara')!.missing).toEqual([expect.stringMatching(/^0 of \d+ criteria/), 'A quality assurer has not signed them off yet.'])
  expect(learners.find(({ name }) => name === 'Dylan')!.missing).toHaveLength(3)
  await expect(batch('grace', ['amara'])).rejects.toThrow(/Nothing was done. Amara: 0 of \d+ criteria are met/)
  await everyCriterionMet({ learner: of('dylan'), assessor: of('noor'), registrationId: registered.dylan! })
  await signOffLearner(of('owen'), { id: newId(), registrationId: registered.dylan! })
  expect(await readyToClaim(of('grace'))).toMatchObject([{ specificationId, organisationId: cast.riverside, ready: 1 }])
  for (const name of ['marcus', 'owen', 'cass', 'dylan']) expect(await readyToClaim(of(name)), name).toEqual([])
  await enter('grace', 'dylan', { bornOn: '2014-11-05' })
  await expect(batch('grace', ['dylan'])).rejects.toThrow('Dylan is under 14: they get a course certificate, not a claim.')
  for (const name of ['marcus', 'noor', 'owen', 'ella', 'cass', 'hana', 'amara']) await expect(batch(name, ['amara']), name).rejects.toThrow(Forbidden)
  await expect(makeBatch(of('cass'), { id: newId(), organisationId: cast.harbour, specificationId, templateId, registrationIds: [registered.amara!] })).rejects.toThrow(NotFound)
})

test('a programme lead sees how many, setting by setting, and never fewer than eight; others see nothing', async () => {
  await countTotals()
  expect((await claimTotals(of('ella'))).find(({ setting }) => setting === cast.riverside)).toEqual({ setting: cast.riverside, registered: null, claimed: null, certificated: null })
  expect((await claimTotals(of('ella'))).find(({ setting }) => setting === cast.harbour)).toEqual({ setting: cast.harbour, registered: null, claimed: null, certificated: null })
  for (const name of ['grace', 'vera', 'sam', 'hana', 'owen']) await expect(claimTotals(of(name)), name).rejects.toThrow(Forbidden)
  expect(await read(of('grace'), (tx) => tx.$queryRaw`SELECT * FROM app.claims_of_settings()`), 'the function itself asks who is looking').toEqual([])
})

test('a batch goes from draft to certificate number, queried and sent again on the way; each step says who and when', async () => {
  await ready('kofi')
  const id = newId()
  expect((await readyToClaim(of('grace')))[0]).toMatchObject({ ready: 2 })
  await batch('grace', ['kofi'], id)
  expect((await readyToClaim(of('grace')))[0], 'who is in a batch is not named again').toMatchObject({ ready: 1 })
  expect(await batch('grace', ['kofi'], id)).toBe(id)
  await expect(batch('grace', ['kofi'])).rejects.toThrow('in a batch already')
  const { id: claimId } = await claimOf(id, 'kofi')

  const draft = await downloadBatch(of('grace'), { batchId: id })
  expect(draft.fileName).toMatch(/^EXAMPLE-claims-[\w-]+\.csv$/)
  const [line] = parse<Record<string, string>>(draft.text, { columns: true, bom: true })
  expect(line).toMatchObject({ ULN: '9276308686', 'First names': 'kofi', 'Last name': "'-Okonjo", 'Date of birth': '31/07/2010', Assessor: 'Noor Haddad', IQA: 'Owen Price', 'Claim type': 'Full' })
  await expect(acceptClaim(of('grace'), { id: newId(), claimId, certificateNumber: 'C-1' })).rejects.toThrow(Conflict)

  await sendBatch(of('grace'), { batchId: id })
  await sendBatch(of('grace'), { batchId: id })
  await expect(takeOutClaim(of('grace'), { claimId })).rejects.toThrow('sent, so it stays')
  const query = { id: newId(), claimId, reason: 'The last name does not match the record.' }
  await queryClaim(of('grace'), query)
  await queryClaim(of('grace'), query)
  expect(await whatArrived(of('grace'), { ids: [query.id] })).toEqual([query.id])
  expect(await myClaim(of('kofi'), { registrationId: registered.kofi! })).toMatchObject({ standing: 'queried', certificateNumber: null })
  await enter('grace', 'kofi', { surname: 'Mensah', revision: 1 })
  expect((await claimOf(id, 'kofi')).onDocuments, 'what was sent stays what was sent').toBe('kofi -Okonjo')
  const again = { id: newId(), claimId }
  await sendClaimAgain(of('grace'), again)
  await sendClaimAgain(of('grace'), again)
  expect((await downloadBatch(of('grace'), { batchId: id })).text).toContain('Mensah')

  const outcomes = await Promise.allSettled(['NOCN-0001', 'NOCN-0002'].map((certificateNumber) => acceptClaim(of('grace'), { id: newId(), claimId, certificateNumber })))
  expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true)
  await acceptClaim(of('grace'), { id: newId(), claimId, certificateNumber: 'NOCN-0003' })
  const seen = await claimOf(id, 'kofi')
  expect(seen.states.map(({ standing }) => standing).reverse().slice(0, 5)).toEqual(['draft', 'sent', 'queried', 'sent', 'accepted'])
  expect(seen.states[0]).toMatchObject({ standing: 'accepted', byName: 'Grace', certificateNumber: 'NOCN-0003' })
  expect(await read(of('kofi'), (tx) => certificateNumberOf(tx, registered.kofi!))).toBe('NOCN-0003')
  await expect(queryClaim(of('grace'), { ...query, id: newId() })).rejects.toThrow(Conflict)
  const takes = await read(of('grace'), (tx) => tx.act.count({ where: { kind: 'claims.file-taken', subjectId: id } }))
  expect(takes).toBe(2)
  expect((await claimBatches(of('grace'))).batches).toMatchObject([{ id, learners: 1, accepted: 1 }])
})

test('nobody is claimed twice, also by two at once; who is taken out of a draft may go into another', async () => {
  await ready('sofia')
  const outcomes = await Promise.allSettled([batch('grace', ['sofia']), batch('grace', ['sofia'])])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const id = (outcomes.find(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<string>).value
  const { id: claimId } = await claimOf(id, 'sofia')
  for (const name of ['sofia', 'marcus', 'cass']) await expect(takeOutClaim(of(name), { claimId }), name).rejects.toThrow()
  await takeOutClaim(of('grace'), { claimId })
  await takeOutClaim(of('grace'), { claimId })
  expect((await findBatch(of('grace'), { batchId: id })).claims).toEqual([])
  await batch('grace', ['sofia'])
})

test('who is withdrawn is not claimed, nor sent once they are in a batch', async () => {
  await everyCriterionMet({ learner: of('priya'), assessor: of('noor'), registrationId: registered.priya! })
  await signOffLearner(of('owen'), { id: newId(), registrationId: registered.priya! })
  await enter('grace', 'priya', { revision: 1 })
  const id = await batch('grace', ['priya'])
  await withdrawLearner(of('grace'), { registrationId: registered.priya! })
  await expect(sendBatch(of('grace'), { batchId: id })).rejects.toThrow('Priya is withdrawn')
  await expect(downloadBatch(of('grace'), { batchId: id })).rejects.toThrow('Priya is withdrawn')
  expect((await claimOf(id, 'priya')).standing).toBe('draft')
  const another = registered.priya!
  await takeOutClaim(of('grace'), { claimId: (await claimOf(id, 'priya')).id })
  await expect(makeBatch(of('grace'), { id: newId(), organisationId: cast.riverside, specificationId, templateId, registrationIds: [another] })).rejects.toThrow('Priya is withdrawn')
})

test('a coordinator who is a learner too enters their own details, and says nothing of their own age by it', async () => {
  await asOwner(`INSERT INTO "Membership" (id, "organisationId", "personId", role, "givenById") VALUES ('${newId()}', '${cast.riverside}', '${of('sofia').id}', 'coordinator', '${of('hana').id}')`)
  await asOwner(`UPDATE "Person" SET "bornOn" = NULL WHERE id = '${of('sofia').id}'`)
  const said = () => read(of('grace'), (tx) => tx.thirteenOrOlder.count({ where: { personId: of('sofia').id } }))
  const before = await said()
  const { revision } = await findDetails(of('grace'), { registrationId: registered.sofia! })
  await enterDetails(await viewerOf(of('sofia').id), details('sofia', { revision, surname: 'Mendes' }))
  expect(await findDetails(of('grace'), { registrationId: registered.sofia! })).toMatchObject({ isEntered: true, revision: revision + 1, details: { surname: 'Mendes' } })
  expect(await said()).toBe(before)
})
