import { beforeAll, expect, test } from 'vitest'
import { bringInSpecification } from '#modules/accreditation/bring-in-specification.server.ts'
import { decideCriterion } from '#modules/accreditation/decide-criterion.server.ts'
import { findMatrix } from '#modules/accreditation/find-matrix.server.ts'
import { handInEvidence } from '#modules/accreditation/hand-in-evidence.server.ts'
import { markOf } from '#modules/accreditation/look-for-names.server.ts'
import { registerLearner } from '#modules/accreditation/register-learner.server.ts'
import { whatArrived } from '#modules/audit/what-arrived.server.ts'
import { awardQualification } from '#modules/awards/award-qualification.server.ts'
import { takeBackAward } from '#modules/awards/take-back-award.server.ts'
import { acceptClaim } from '#modules/claims/answer-claim.server.ts'
import { enterDetails } from '#modules/claims/enter-details.server.ts'
import { findBatch } from '#modules/claims/find-batch.server.ts'
import { makeBatch } from '#modules/claims/make-batch.server.ts'
import { makeTemplate } from '#modules/claims/make-template.server.ts'
import { sendBatch } from '#modules/claims/send-batch.server.ts'
import { usualColumns } from '#modules/claims/template.ts'
import { theExample } from '#modules/curriculum/the-curriculum.server.ts'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { newId } from '#modules/db/new-id.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import { drawPlan } from '#modules/quality/draw-plan.server.ts'
import { judgeSampled } from '#modules/quality/judge-sampled.server.ts'
import { findPlan } from '#modules/quality/plans.server.ts'
import { signOffLearner } from '#modules/quality/sign-off-learner.server.ts'
import { everyCriterionMet } from '#prisma/demo/every-criterion-met.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from './support/cast.ts'
import { diedDoing } from './support/died-doing.ts'
import { onServer } from './support/template.ts'

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
let turn = seed
/** A statement to die before: somewhere between the first and the last. */
const somewhere = (statements: number) => { turn = (turn * 48271) % 2147483647; return 1 + (turn % (statements - 1)) }

let cast: Cast
let tables: string[]
const of = (name: string) => cast.people[name]!
beforeAll(async () => {
  cast = await theCast()
  tables = (await onServer(databaseUrl(), `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).rows.map(({ tablename }: { tablename: string }) => tablename)
})

/** Everything there is, table by table: a sum of its rows. */
async function everything(): Promise<Record<string, string>> {
  const { rows } = await onServer(databaseUrl(), tables.map((table) => `SELECT '${table}' AS name, md5(coalesce(string_agg(t::text, ' ' ORDER BY t::text), '')) AS sum FROM "${table}" t`).join(' UNION ALL '))
  return Object.fromEntries(rows.map(({ name, sum }: { name: string; sum: string }) => [name, sum]))
}
const changed = (before: Record<string, string>, after: Record<string, string>) => tables.filter((table) => before[table] !== after[table]).sort()

/** Killed anywhere on the way it has not happened at all; killed before the answer it has happened whole; and pressed again it has happened once. */
async function happensWholeOrNot<Input extends { id: string }>(module: string, work: (viewer: Viewer, input: Input) => Promise<unknown>, viewer: Viewer, input: Input, touches: string[]) {
  const deed = { module, deed: work.name, viewer, input }
  const before = await everything()
  const diesAt = async (point: Parameters<typeof diedDoing>[1]) => {
    const died = await diedDoing(deed, point)
    expect(died.signal, `${work.name} is killed at ${point} (seed ${seed}): ${died.said}`).toBe('SIGKILL')
    return died.statements
  }
  const statements = await diesAt('the end')
  expect(changed(before, await everything()), `${work.name}, killed before its end`).toEqual([])
  const points = process.env.BELAY_SOAK ? Array.from({ length: statements - 1 }, (_, index) => index + 1) : [somewhere(statements)]
  for (const point of points) {
    await diesAt(point)
    expect(changed(before, await everything()), `${work.name}, killed before statement ${point} of ${statements} (seed ${seed})`).toEqual([])
  }
  await diesAt('the answer')
  const after = await everything()
  expect(changed(before, after), `${work.name}, killed before the answer`).toEqual([...touches, 'Act'].sort())
  expect(await whatArrived(viewer, { ids: [input.id] }), `${work.name} is known to have arrived`).toEqual([input.id])
  await work(viewer, input)
  expect(changed(after, await everything()), `${work.name}, pressed again`).toEqual([])
}

test('from the hand-in to the certificate and back: a process killed on the way leaves each step whole or undone, and pressed again it is there once', async () => {
  const { riverside, eastside } = cast
  const specificationId = await bringInSpecification(of('ella'), { id: newId(), organisationId: eastside, text: JSON.stringify(theExample) })
  const registrationId = await registerLearner(of('grace'), { id: newId(), organisationId: riverside, personId: of('jay').id, specificationId })
  const criterion = (await findMatrix(of('jay'), { registrationId })).units.flatMap((unit) => unit.criteria).find((one) => one.shownBy.includes('reflection'))!
  const [evidenceId, words] = [newId(), 'I said at the start what I could not keep to myself.']

  await happensWholeOrNot('modules/accreditation/hand-in-evidence.server.ts', handInEvidence, of('jay'),
    { id: evidenceId, registrationId, kind: 'reflection', words, criterionIds: [criterion.id], declared: true, looked: markOf(words) }, ['Evidence', 'EvidenceCriterion', 'RowKey'])
  await happensWholeOrNot('modules/accreditation/decide-criterion.server.ts', decideCriterion, of('noor'),
    { id: newId(), registrationId, criterionId: criterion.id, attempt: 1, evidenceIds: [evidenceId], outcome: 'met', isValid: true, isAuthentic: true, isCurrent: true, isSufficient: true, feedback: 'This shows it.' }, ['Decision', 'EvidenceCriterion', 'RowKey'])

  await everyCriterionMet({ learner: of('jay'), assessor: of('noor'), registrationId })
  const planId = await drawPlan(of('owen'), { id: newId(), organisationId: riverside, specificationId, stage: 'summative', size: 3 })
  for (const { id } of (await findPlan(of('owen'), { planId })).sampled) await judgeSampled(of('owen'), { id: newId(), sampledId: id, agrees: true, words: 'It shows this.' })
  await happensWholeOrNot('modules/quality/sign-off-learner.server.ts', signOffLearner, of('owen'), { id: newId(), registrationId }, ['SignOff'])

  await enterDetails(of('grace'), { id: newId(), registrationId, forenames: 'Jay', surname: 'Patel', bornOn: '2009-03-02', uln: '1000000043', revision: 0 })
  const templateId = await makeTemplate(of('grace'), { id: newId(), organisationId: riverside, name: 'An awarding body', columns: usualColumns.map((column) => (column.header === 'Centre number' ? { ...column, fixed: '12345' } : column)), dateFormat: 'dd/mm/yyyy', hasByteOrderMark: true, needsUln: true })
  const batchId = newId()
  await happensWholeOrNot('modules/claims/make-batch.server.ts', makeBatch, of('grace'), { id: batchId, organisationId: riverside, specificationId, templateId, registrationIds: [registrationId] }, ['Claim', 'ClaimBatch', 'ClaimState'])
  await sendBatch(of('grace'), { batchId })
  const { claims: [claim] } = await findBatch(of('grace'), { batchId })
  await happensWholeOrNot('modules/claims/answer-claim.server.ts', acceptClaim, of('grace'), { id: newId(), claimId: claim!.id, certificateNumber: 'L2-000417' }, ['ClaimState'])

  const awardId = newId()
  await happensWholeOrNot('modules/awards/award-qualification.server.ts', awardQualification, of('grace'), { id: awardId, registrationId }, ['Award'])
  await happensWholeOrNot('modules/awards/take-back-award.server.ts', takeBackAward, of('grace'), { id: newId(), awardId, reason: 'The number was another learner’s.' }, ['AwardTakenBack', 'RowKey'])
}, process.env.BELAY_SOAK ? 900_000 : 180_000)
