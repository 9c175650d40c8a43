import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import { decideCriterion } from '../accreditation/decide-criterion.server.ts'
import { findMatrix } from '../accreditation/find-matrix.server.ts'
import { handInEvidence } from '../accreditation/hand-in-evidence.server.ts'
import { learners } from '../accreditation/learners.server.ts'
import { markOf } from '../accreditation/look-for-names.server.ts'
import { withdrawLearner } from '../accreditation/withdraw-learner.server.ts'
import { whatArrived } from '../audit/what-arrived.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { giveRole } from '../organisations/give-role.server.ts'
import { answerAppeal } from './answer-appeal.server.ts'
import { appeals, findAppeal, myAppeals } from './appeals.server.ts'
import { raiseAppeal } from './raise-appeal.server.ts'
import { registersToday } from './registers-today.server.ts'
import { takeAppeal } from './take-appeal.server.ts'

let cast: Cast
let registered: Record<string, string>
const of = (name: string) => cast.people[name]!
const whole = { isValid: true, isAuthentic: true, isCurrent: true }
type Seen = Awaited<ReturnType<typeof findMatrix>>['units'][number]['criteria'][number]
const criterion = async (name: string, called: string): Promise<Seen> => (await findMatrix(of('owen'), { registrationId: registered[name]! })).units.flatMap((unit) => unit.criteria.map((one) => ({ ...one, called: `${unit.ref} ${one.number}` }))).find((one) => one.called === called)!

beforeAll(async () => {
  cast = await theCast()
  ;({ registered } = await registeredLearners(cast, ['amara', 'jay', 'priya']))
  // A second assessor and a second quality assurer, so that somebody without a part is left each time.
  for (const [name, role] of [['sam', 'assessor'], ['helen', 'quality_assurer']] as const) {
    await giveRole(of('grace'), { organisationId: cast.riverside, role, personId: of(name).id })
    cast.people[name] = await viewerOf(of(name).id)
  }
})

async function handIn(name: string, called: string, words = 'I waited, and they went on.') {
  const id = newId()
  await handInEvidence(of(name), { id, registrationId: registered[name]!, kind: 'reflection', words, criterionIds: [(await criterion(name, called)).id], declared: true, looked: markOf(words) })
  return id
}
async function notYet(name: string, called: string) {
  const [evidenceId, one] = [await handIn(name, called), await criterion(name, called)]
  const id = newId()
  await decideCriterion(of('noor'), { id, registrationId: registered[name]!, criterionId: one.id, attempt: one.decisions.length + 1, evidenceIds: [evidenceId], outcome: 'not_yet', ...whole, isSufficient: false, feedback: 'Tell me more.' })
  return id
}
const words = 'I think I did say what I heard. Please look at the second line again.'
async function raised(name: string, decisionId: string) {
  const id = newId()
  await raiseAppeal(of(name), { id, decisionId, words })
  return id
}

test('a learner asks for a second look; who decided reads that it was asked and not the words; nobody else asks', async () => {
  const decisionId = await notYet('amara', 'EX5 1.1')
  for (const name of ['noor', 'owen', 'marcus', 'grace']) await expect(raiseAppeal(of(name), { id: newId(), decisionId, words }), name).rejects.toThrow(Forbidden)
  for (const name of ['jay', 'zia', 'leon', 'eve', 'ella']) await expect(raiseAppeal(of(name), { id: newId(), decisionId, words }), name).rejects.toThrow(NotFound)
  const id = await raised('amara', decisionId)
  await raiseAppeal(of('amara'), { id, decisionId, words })
  expect(await whatArrived(of('amara'), { ids: [id] })).toEqual([id])
  await expect(raised('amara', decisionId)).rejects.toThrow('looking at this already')
  for (const name of ['amara', 'owen', 'sam', 'helen']) expect((await findAppeal(of(name), { appealId: id })).words, name).toBe(words)
  for (const name of ['noor', 'grace', 'marcus']) expect((await findAppeal(of(name), { appealId: id })).words, name).toBeNull()
  for (const name of ['jay', 'zia', 'fatima', 'eve', 'ella', 'cass']) await expect(findAppeal(of(name), { appealId: id }), name).rejects.toThrow(NotFound)
  for (const name of ['owen', 'sam', 'helen']) expect(await registersToday(of(name)), name).toMatchObject([{ kind: 'second-look', id, name: 'Amara', isMine: false, dueAt: expect.any(Date) as unknown }])
  for (const name of ['noor', 'grace', 'marcus', 'hana', 'amara', 'cass', 'ella']) expect(await registersToday(of(name)), name).toEqual([])
  expect((await appeals(of('owen'))).appeals).toMatchObject([{ id, name: 'Amara', takenBy: null, isChanged: null }])
  expect(await myAppeals(of('amara'), { registrationId: registered.amara! })).toEqual([{ id, decisionId, isAnswered: false }])
  const acts = await read(of('amara'), (tx) => tx.act.findMany({ where: { kind: 'registers.appeal-raised', subjectId: of('amara').id } }))
  expect(acts).toHaveLength(1)
})

test('who decided does not look again; of two others one does; it is changed beside the first decision, and nothing waits for it any more', async () => {
  const decisionId = await notYet('amara', 'EX1 1.1')
  const appealId = await raised('amara', decisionId)
  await handIn('amara', 'EX1 1.1', 'And one line more.')
  for (const name of ['noor', 'grace', 'marcus', 'amara']) await expect(takeAppeal(of(name), { id: newId(), appealId }), name).rejects.toThrow(Forbidden)
  await expect(answerAppeal(of('owen'), { id: newId(), appealId, isChanged: 'yes', words: 'It is there.' })).rejects.toThrow('Say first')
  const outcomes = await Promise.allSettled(['owen', 'sam'].map((name) => takeAppeal(of(name), { id: newId(), appealId })))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toBeInstanceOf(Conflict)
  const [by, other] = (await findAppeal(of('owen'), { appealId })).taking!.isMine ? ['owen', 'sam'] : ['sam', 'owen']
  await expect(answerAppeal(of(other), { id: newId(), appealId, isChanged: 'yes', words: 'It is there.' })).rejects.toThrow(Conflict)
  const about = async (name: string) => (await registersToday(of(name))).filter(({ id }) => id === appealId)
  expect([await about(by), await about(other)]).toMatchObject([[{ isMine: true }], []])
  const given = { id: newId(), appealId, isChanged: 'yes' as const, words: 'It is there: you say back what you heard.' }
  await answerAppeal(of(by), given)
  await answerAppeal(of(by), given)
  expect(await about(by)).toEqual([])
  expect(await whatArrived(of(by), { ids: [given.id] })).toEqual([given.id])
  expect(await criterion('amara', 'EX1 1.1')).toMatchObject({ standing: 'met', decisions: [{ outcome: 'met', attempt: 2 }, { outcome: 'not_yet', attempt: 1 }] })
  for (const name of ['amara', 'marcus', 'noor']) expect((await findAppeal(of(name), { appealId })).outcome, name).toMatchObject({ isChanged: true, words: given.words })
  expect((await findAppeal(of('grace'), { appealId })).outcome).toMatchObject({ isChanged: true, words: null })
  expect((await learners(of('noor'))).learners.find(({ id }) => id === registered.amara)!.waiting).toBe(0)
})

test('a decision that stands may be looked at once more by a quality assurer who had no part, and then it is done here', async () => {
  const decisionId = await notYet('jay', 'EX1 1.4')
  const first = await raised('jay', decisionId)
  await takeAppeal(of('owen'), { id: newId(), appealId: first })
  await answerAppeal(of('owen'), { id: newId(), appealId: first, isChanged: 'no', words: 'I see what you wrote; one example more would show it.' })
  expect(await findAppeal(of('jay'), { appealId: first })).toMatchObject({ taking: { byName: 'Owen' }, can: { askAgain: true } })
  const second = await raised('jay', decisionId)
  for (const name of ['owen', 'sam', 'noor']) await expect(takeAppeal(of(name), { id: newId(), appealId: second }), name).rejects.toThrow(Forbidden)
  for (const [name, waits] of [['owen', false], ['sam', false], ['noor', false], ['helen', true]] as const) expect((await registersToday(of(name))).some(({ id }) => id === second), name).toBe(waits)
  await takeAppeal(of('helen'), { id: newId(), appealId: second })
  await answerAppeal(of('helen'), { id: newId(), appealId: second, isChanged: 'no', words: 'Owen and I see the same.' })
  expect((await criterion('jay', 'EX1 1.4')).decisions).toHaveLength(1)
  await expect(raised('jay', decisionId)).rejects.toThrow('awarding body')
})

test('the policies say it again: nobody takes an appeal or decides on one who had a part, or has not taken it', async () => {
  const decisionId = await notYet('jay', 'EX5 1.2')
  const appealId = await raised('jay', decisionId)
  const taking = { organisationId: cast.riverside, appealId, personId: of('jay').id }
  await expect(change(of('noor'), (tx) => tx.appealTaking.createMany({ data: [{ id: newId(), ...taking, byId: of('noor').id }] }))).rejects.toThrow(/row-level security/)
  const { id: criterionId } = await criterion('jay', 'EX5 1.2')
  const decision = { id: newId(), organisationId: cast.riverside, registrationId: registered.jay!, personId: of('jay').id, criterionId, attempt: 2, outcome: 'met' as const, ...whole, isSufficient: true, feedback: Buffer.from('x'), byId: of('owen').id }
  await expect(change(of('owen'), (tx) => tx.decision.createMany({ data: [decision] }))).rejects.toThrow(/row-level security/)
})

test('nothing is decided for somebody who is withdrawn, and what they asked can still be answered', async () => {
  const decisionId = await notYet('priya', 'EX6 1.1')
  const later = await notYet('priya', 'EX5 1.3')
  const appealId = await raised('priya', decisionId)
  await takeAppeal(of('owen'), { id: newId(), appealId })
  await withdrawLearner(of('grace'), { registrationId: registered.priya! })
  await expect(raised('priya', later)).rejects.toThrow('not registered on this any more')
  await expect(answerAppeal(of('owen'), { id: newId(), appealId, isChanged: 'yes', words: 'It is there.' })).rejects.toThrow('has been withdrawn')
  await answerAppeal(of('owen'), { id: newId(), appealId, isChanged: 'no', words: 'You were on the way.' })
  expect((await criterion('priya', 'EX6 1.1')).decisions).toHaveLength(1)
})
