import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { decideCriterion } from './decide-criterion.server.ts'
import { findCriterionToDecide } from './find-criterion-to-decide.server.ts'
import { findMatrix } from './find-matrix.server.ts'
import { handInEvidence } from './hand-in-evidence.server.ts'
import { learners } from './learners.server.ts'
import { lookForNames, markOf } from './look-for-names.server.ts'
import { decidedForMe, portfolioToBegin } from './my-registrations.server.ts'
import { namesIn } from './names-in.ts'
import { registerLearner } from './register-learner.server.ts'
import { takeBackEvidence } from './take-back-evidence.server.ts'
import { withdrawLearner } from './withdraw-learner.server.ts'
import { writeStatement } from './write-statement.server.ts'
import { whoToRegister } from './who-to-register.server.ts'

let cast: Cast
let specificationId: string
let registered: Record<string, string>
let criteria: Record<string, string>
const of = (name: string) => cast.people[name]!

beforeAll(async () => {
  cast = await theCast()
  ;({ specificationId, registered, criteria } = await registeredLearners(cast, ['amara', 'jay', 'priya']))
})

const handIn = async (name: string, words: string, ...numbers: string[]) => {
  const id = newId()
  await handInEvidence(of(name), { id, registrationId: registered[name]!, kind: 'reflection', words, criterionIds: numbers.map((number) => criteria[number]!), declared: true, looked: markOf(words) })
  return id
}
const whole = { isValid: true, isAuthentic: true, isCurrent: true, isSufficient: true }
const decide = (by: string, name: string, number: string, evidenceIds: string[], more: Partial<Parameters<typeof decideCriterion>[1]> = {}) =>
  decideCriterion(of(by), { id: newId(), registrationId: registered[name]!, criterionId: criteria[number]!, attempt: 1, evidenceIds, outcome: 'met', feedback: `Well seen, ${number}.`, ...whole, ...more })
const standing = async (by: string, name: string, number: string) => (await findMatrix(of(by), { registrationId: registered[name]! })).units.flatMap((unit) => unit.criteria).find(({ id }) => id === criteria[number])!

test('a coordinator registers a mentor once; nobody else does, and no stranger to the setting', async () => {
  expect(await whoToRegister(of('grace'), { specificationId, name: 'sofia' })).toMatchObject({ people: [{ id: of('sofia').id }], all: 1 })
  expect((await whoToRegister(of('grace'), { specificationId, name: 'amara' }))).toMatchObject({ people: [], all: 0 })
  const again = { id: newId(), organisationId: cast.riverside, personId: of('amara').id, specificationId }
  expect(await registerLearner(of('grace'), again)).toBe(registered.amara)
  await expect(registerLearner(of('noor'), again)).rejects.toThrow(Forbidden)
  await expect(registerLearner(of('grace'), { ...again, personId: of('zia').id })).rejects.toThrow(NotFound)
})

test('names, places and ways to reach somebody are pointed at, and nothing else', () => {
  const known = { people: ['Marcus Bell'], places: ['Riverside Academy'] }
  const found = namesIn('Marcus said hello. On Monday I went to Riverside with Temi. She is at temi@example.org or 07700 900123.', known)
  expect(found.map(({ word, why }) => `${word} ${why}`).sort()).toEqual(['07700 900123 contact', 'Marcus name', 'Riverside place', 'Temi capital', 'temi@example.org contact'])
  expect(namesIn('I waited. She went on. It’s what I’d do on Tuesday.', known)).toEqual([])
})

test('who is registered is shown the way to their portfolio until there is something in it', async () => {
  expect(await portfolioToBegin(of('priya'))).toMatchObject({ id: registered.priya })
  expect(await portfolioToBegin(of('zia'))).toBeNull()
})

test('nothing is handed in that was not looked through in just these words', async () => {
  const words = 'I waited until they had finished.'
  const piece = { id: newId(), registrationId: registered.amara!, kind: 'reflection' as const, words, criterionIds: [criteria['EX5 1.1']!], declared: true as const, looked: markOf('other words') }
  await expect(handInEvidence(of('amara'), piece)).rejects.toThrow(Conflict)
  expect(await lookForNames(of('amara'), 'I told Marcus.')).toMatchObject({ found: [{ word: 'Marcus', why: 'name' }] })
  await expect(handInEvidence(of('jay'), { ...piece, looked: markOf(words) })).rejects.toThrow(NotFound)
  await expect(handInEvidence(of('amara'), { ...piece, looked: markOf(words), declared: false as never })).rejects.toThrow('Tick this')
})

test('one piece shows several criteria, is read by the learner and those who assess, and taken back until it is decided', async () => {
  const words = 'I keep to the hour, and I say when I go.'
  const id = await handIn('amara', words, 'EX1 1.1', 'EX1 1.4')
  await handInEvidence(of('amara'), { id, registrationId: registered.amara!, kind: 'reflection', words, criterionIds: [criteria['EX1 1.1']!], declared: true, looked: markOf(words) })
  for (const name of ['amara', 'noor', 'owen']) expect((await findMatrix(of(name), { registrationId: registered.amara! })).evidence, name).toMatchObject([{ id, words, shows: ['EX1 1.1', 'EX1 1.4'] }])
  for (const name of ['grace', 'sam', 'marcus', 'helen']) {
    const seen = await findMatrix(of(name), { registrationId: registered.amara! })
    expect(seen.evidence, name).toEqual([])
    expect(seen.units[0]!.criteria[0], name).toMatchObject({ standing: 'waiting', pieces: 1 })
  }
  for (const name of ['jay', 'zia', 'leon', 'fatima', 'ella', 'eve', 'vera']) await expect(findMatrix(of(name), { registrationId: registered.amara! }), name).rejects.toThrow(NotFound)
  await expect(takeBackEvidence(of('noor'), { evidenceId: id })).rejects.toThrow(Forbidden)
  await takeBackEvidence(of('amara'), { evidenceId: id })
  await takeBackEvidence(of('amara'), { evidenceId: id })
  expect(await standing('noor', 'amara', 'EX1 1.1')).toMatchObject({ standing: 'gap', pieces: 0 })
  await expect(decide('noor', 'amara', 'EX1 1.1', [id])).rejects.toThrow(/taken something back/)
})

test('not yet, then met: attempts count, the words reach the learner and who supervises, and what is met needs nothing more', async () => {
  const first = await handIn('amara', 'I listened.', 'EX5 1.1')
  expect((await learners(of('noor'), { waitingOnly: true })).learners).toMatchObject([{ id: registered.amara, waiting: 1 }])
  await expect(decide('noor', 'amara', 'EX5 1.1', [first], { isSufficient: false })).rejects.toThrow('Met needs all four ticks')
  const given = { id: newId(), outcome: 'not_yet' as const, isSufficient: false, feedback: 'Tell me what you did next.' }
  await decide('noor', 'amara', 'EX5 1.1', [first], given)
  await decide('noor', 'amara', 'EX5 1.1', [first], given)
  await expect(takeBackEvidence(of('amara'), { evidenceId: first })).rejects.toThrow(Conflict)
  expect(await decidedForMe(of('amara'))).toMatchObject([{ outcome: 'not_yet' }])
  for (const name of ['amara', 'owen', 'marcus']) expect(await standing(name, 'amara', 'EX5 1.1'), name).toMatchObject({ standing: 'not_yet', decisions: [{ byName: 'Noor', attempt: 1, feedback: 'Tell me what you did next.' }] })
  for (const name of ['grace', 'sam']) expect(await standing(name, 'amara', 'EX5 1.1'), name).toMatchObject({ standing: 'not_yet', decisions: [{ feedback: null }] })

  const second = await handIn('amara', 'Then I said back what I had heard.', 'EX5 1.1')
  expect(await findCriterionToDecide(of('noor'), { registrationId: registered.amara!, criterionId: criteria['EX5 1.1']! })).toMatchObject({ attempt: 2, waiting: [{ id: second }], before: [{ id: first }] })
  const other = await handIn('amara', 'I turn up, and I stay honest.', 'EX1 1.1')
  await decide('noor', 'amara', 'EX1 1.1', [other])
  expect((await decidedForMe(of('amara'))).map(({ outcome }) => outcome), 'what asks something of her comes first').toEqual(['not_yet', 'met'])
  await decide('noor', 'amara', 'EX5 1.1', [second], { attempt: 2 })
  expect((await decidedForMe(of('amara'))).map(({ outcome }) => outcome), 'each as it stands now').toEqual(['met', 'met'])
  expect(await standing('amara', 'amara', 'EX5 1.1')).toMatchObject({ standing: 'met', decisions: [{ attempt: 2 }, { attempt: 1 }] })
  await expect(handIn('amara', 'And more.', 'EX5 1.1')).rejects.toThrow('met already')
  const acts = await read(of('noor'), (tx) => tx.act.findMany({ where: { kind: 'accreditation.criterion-decided', subjectId: of('amara').id }, orderBy: { id: 'asc' } }))
  expect(acts.map(({ facts }) => (facts as { outcome: string }).outcome)).toEqual(['not_yet', 'met', 'met'])
})

test('of two at once one decides, and the other is told; nobody else decides', async () => {
  const id = await handIn('jay', 'I say no to gifts, and why.', 'EX2 1.2')
  for (const name of ['jay', 'owen', 'sam', 'grace', 'marcus']) await expect(decide(name, 'jay', 'EX2 1.2', [id]), name).rejects.toThrow(Forbidden)
  await expect(decide('zia', 'jay', 'EX2 1.2', [id])).rejects.toThrow(NotFound)
  const outcomes = await Promise.allSettled([decide('noor', 'jay', 'EX2 1.2', [id]), decide('noor', 'jay', 'EX2 1.2', [id], { outcome: 'not_yet' })])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ name: 'Conflict', message: expect.stringContaining('A colleague has decided') as unknown })
  expect((await standing('noor', 'jay', 'EX2 1.2')).decisions).toHaveLength(1)
})

test('a trainer writes what they saw, and does not read it again; a resend is one', async () => {
  const words = 'They listened to the end, twice.'
  const piece = { id: newId(), registrationId: registered.priya!, kind: 'observation' as const, words, criterionIds: [criteria['EX5 1.2']!], declared: true as const, looked: markOf(words) }
  await writeStatement(of('sam'), piece)
  await writeStatement(of('sam'), piece)
  expect((await findMatrix(of('sam'), { registrationId: registered.priya! })).evidence).toEqual([])
  expect((await findMatrix(of('priya'), { registrationId: registered.priya! })).evidence).toMatchObject([{ words, byName: 'Sam' }])
  expect(await portfolioToBegin(of('priya'))).toBeNull()
  for (const name of ['marcus', 'noor', 'priya']) await expect(writeStatement(of(name), { ...piece, id: newId() }), name).rejects.toThrow(Forbidden)
  await expect(writeStatement(of('sam'), { ...piece, id: newId(), criterionIds: [criteria['EX1 1.1']!] })).rejects.toThrow('cannot show 1.1')
})

test('nothing is decided or handed in for somebody who is withdrawn, and it is said why', async () => {
  const id = await handIn('priya', 'I wrote it down the same day.', 'EX6 1.1')
  await expect(withdrawLearner(of('sam'), { registrationId: registered.priya! })).rejects.toThrow(Forbidden)
  await withdrawLearner(of('grace'), { registrationId: registered.priya! })
  await expect(decide('noor', 'priya', 'EX6 1.1', [id])).rejects.toThrow('This learner has been withdrawn')
  await expect(handIn('priya', 'More words.', 'EX6 1.2')).rejects.toThrow('not registered on this any more')
  expect((await learners(of('noor'), { waitingOnly: true })).learners.map((one) => one.id)).not.toContain(registered.priya)
})
