import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import { onServer } from '#tests/support/template.ts'
import { withdrawLearner } from '../accreditation/withdraw-learner.server.ts'
import { whatArrived } from '../audit/what-arrived.server.ts'
import { whoToClaim } from '../claims/who-to-claim.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { addCaseNote, endCase } from './add-case-note.server.ts'
import { adjustments, adjustmentsOf, findAdjustment } from './adjustments.server.ts'
import { answerAdjustment, endAdjustment } from './answer-adjustment.server.ts'
import { askAdjustment } from './ask-adjustment.server.ts'
import { cases, findCase, whomToReport } from './cases.server.ts'
import { purgeCases } from './purge-cases.server.ts'
import { registersToday } from './registers-today.server.ts'
import { reportMalpractice } from './report-malpractice.server.ts'

let cast: Cast
let specificationId: string
let registered: Record<string, string>
const of = (name: string) => cast.people[name]!
beforeAll(async () => {
  cast = await theCast()
  ;({ specificationId, registered } = await registeredLearners(cast, ['amara', 'jay']))
})
const why = 'Reading long text is hard for me. It helps when I can say it.'
async function asked(by: string, name: string) {
  const adjustmentId = newId()
  await askAdjustment(of(by), { id: adjustmentId, registrationId: registered[name]!, kind: 'reasonable_adjustment', words: why })
  return adjustmentId
}

test('why an adjustment is asked is for the learner and the coordinator; what is done is also for those who do it', async () => {
  const adjustmentId = await asked('amara', 'amara')
  await askAdjustment(of('amara'), { id: adjustmentId, registrationId: registered.amara!, kind: 'reasonable_adjustment', words: why })
  expect(await whatArrived(of('amara'), { ids: [adjustmentId] })).toEqual([adjustmentId])
  for (const name of ['marcus', 'noor', 'sam']) await expect(asked(name, 'amara'), name).rejects.toThrow(Forbidden)
  for (const name of ['jay', 'zia', 'cass']) await expect(asked(name, 'amara'), name).rejects.toThrow(NotFound)
  for (const name of ['marcus', 'helen', 'noor', 'owen', 'sam', 'fatima', 'hana', 'eve', 'ella', 'jay']) await expect(findAdjustment(of(name), { adjustmentId }), name).rejects.toThrow(NotFound)
  expect((await adjustments(of('grace'))).adjustments).toMatchObject([{ id: adjustmentId, name: 'Amara', isAgreed: null }])
  await expect(answerAdjustment(of('amara'), { id: newId(), adjustmentId, isAgreed: 'yes', words: 'x' })).rejects.toThrow(Forbidden)
  for (const name of ['grace', 'noor', 'owen', 'sam', 'cass', 'hana', 'amara']) expect(await registersToday(of(name)), name).toMatchObject(name === 'grace' ? [{ kind: 'adjustment', id: adjustmentId, name: 'Amara' }] : [])
  const outcomes = await Promise.allSettled(['Say it aloud; Sam writes it down.', 'Twice the time.'].map((words) => answerAdjustment(of('grace'), { id: newId(), adjustmentId, isAgreed: 'yes', words })))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await registersToday(of('grace'))).toEqual([])
  expect((await findAdjustment(of('amara'), { adjustmentId }))).toMatchObject({ words: why, answer: { isAgreed: true, byName: 'Grace' } })
  for (const name of ['noor', 'owen', 'sam']) expect((await adjustmentsOf(of(name), { registrationId: registered.amara! })).adjustments, name).toMatchObject([{ words: null, answer: { isAgreed: true, words: expect.any(String) as unknown } }])
  expect((await adjustmentsOf(of('marcus'), { registrationId: registered.amara! })).adjustments).toEqual([])
  await endAdjustment(of('grace'), { adjustmentId })
  await endAdjustment(of('grace'), { adjustmentId })
  const acts = await read(of('grace'), (tx) => tx.act.findMany({ where: { kind: { startsWith: 'registers.' }, subjectId: of('amara').id }, orderBy: { id: 'asc' } }))
  expect(acts.map(({ kind }) => kind)).toEqual(['registers.adjustment-answered', 'registers.adjustment-ended'])
})

test('what is not agreed is the learner’s and the coordinator’s alone; who is withdrawn is told why nothing more is arranged', async () => {
  const adjustmentId = await asked('grace', 'jay')
  await answerAdjustment(of('grace'), { id: newId(), adjustmentId, isAgreed: 'no', words: 'Not this; but you may have a quiet room.' })
  expect((await adjustmentsOf(of('jay'), { registrationId: registered.jay! })).adjustments).toHaveLength(1)
  for (const name of ['noor', 'sam']) expect((await adjustmentsOf(of(name), { registrationId: registered.jay! })).adjustments, name).toEqual([])
  await withdrawLearner(of('grace'), { registrationId: registered.jay! })
  await expect(asked('jay', 'jay')).rejects.toThrow('has ended')
})

const report = (by: string, about: string, id = newId()) => reportMalpractice(of(by), { id, organisationId: cast.riverside, aboutId: of(about).id, words: 'Two pieces have the same words.' }).then(() => id)

test('a case is looked into by the head and the quality assurers, and by nobody it is about', async () => {
  const id = await report('noor', 'amara')
  await report('noor', 'amara', id)
  for (const name of ['marcus', 'helen', 'amara', 'ella', 'cass', 'zia']) await expect(report(name, 'jay'), name).rejects.toThrow(Forbidden)
  await expect(report('owen', 'owen')).rejects.toThrow(Forbidden)
  await expect(report('noor', 'zia')).rejects.toThrow(NotFound)
  for (const name of ['hana', 'owen']) expect(await findCase(of(name), { caseId: id }), name).toMatchObject({ about: 'Amara Okonjo', words: 'Two pieces have the same words.' })
  await expect(findCase(of('noor'), { caseId: id })).rejects.toThrow(Forbidden)
  for (const name of ['amara', 'grace', 'sam', 'marcus', 'fatima', 'eve', 'ella', 'hugo', 'cass']) await expect(findCase(of(name), { caseId: id }), name).rejects.toThrow(NotFound)
  expect((await cases(of('noor'))).cases).toMatchObject([{ id, isMine: true, keeps: false, endedAt: null }])
  await findCase(of('hana'), { caseId: id })
  const looks = await read(of('hana'), (tx) => tx.act.count({ where: { kind: 'registers.malpractice-looked-at', subjectId: id } }))
  expect(looks, 'a look is on record once a quarter of an hour').toBe(1)

  const aboutOwen = await report('noor', 'owen')
  await expect(findCase(of('owen'), { caseId: aboutOwen })).rejects.toThrow(NotFound)
  expect((await cases(of('owen'))).cases.map((one) => one.id)).toEqual([id])
  await expect(addCaseNote(of('owen'), { id: newId(), caseId: aboutOwen, words: 'x' })).rejects.toThrow(NotFound)
  const aboutHana = await report('owen', 'hana')
  const cared = async (name: string) => (await registersToday(of(name))).filter(({ kind }) => kind === 'case').map((one) => [one.id, one.name])
  expect([await cared('owen'), await cared('hana')], 'without whom it is about').toEqual([[[id, null], [aboutHana, null]], [[id, null], [aboutOwen, null]]])
  for (const name of ['noor', 'grace', 'sam', 'amara', 'marcus', 'hugo']) expect(await cared(name), name).toEqual([])
  await expect(findCase(of('hana'), { caseId: aboutHana })).rejects.toThrow(NotFound)
  expect((await whomToReport(of('noor'))).people.map(({ name }) => name)).toEqual(expect.arrayContaining(['Amara Okonjo', 'Sam Rivers', 'Grace Adeyemi']))
  expect(await whomToReport(of('noor'), { name: 'okon' })).toMatchObject({ people: [{ name: 'Amara Okonjo' }], hasMore: false })
})

test('lines are added until it ends; of two who end it one does; a learner’s claim waits meanwhile, and the learner is told nothing', async () => {
  const waits = async () => (await whoToClaim(of('grace'), { organisationId: cast.riverside, specificationId })).learners.find(({ name }) => name === 'Amara')!.missing.some((says) => says.includes('waits for now'))
  expect(await waits()).toBe(true)
  const { cases: [one] } = await cases(of('hana'))
  const note = { id: newId(), caseId: one!.id, words: 'I asked both. They wrote it together in the room.' }
  await addCaseNote(of('hana'), note)
  await addCaseNote(of('hana'), note)
  expect(await whatArrived(of('hana'), { ids: [note.id] })).toEqual([note.id])
  for (const name of ['noor']) await expect(addCaseNote(of(name), { ...note, id: newId() }), name).rejects.toThrow(Forbidden)
  const outcomes = await Promise.allSettled(['hana', 'owen'].map((name) => endCase(of(name), { id: newId(), caseId: one!.id, ending: 'nothing_found', words: 'It was one practice, written down by both.' })))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(addCaseNote(of('hana'), { ...note, id: newId() })).rejects.toThrow('has ended')
  expect((await findCase(of('hana'), { caseId: one!.id })).notes).toHaveLength(1)
  expect((await cases(of('noor'))).cases.find(({ id }) => id === one!.id)!.endedAt).not.toBeNull()
  expect(await waits()).toBe(false)
  for (const table of ['malpracticeCase', 'malpracticeNote', 'malpracticeEnd'] as const) expect(await read(of('amara'), (tx) => (tx[table] as { count: () => Promise<number> }).count()), table).toBe(0)
})

test('a case is taken away whole when the rule says so, keys and all; one that has not ended stays', async () => {
  const rows = async (sql: string) => Number(((await onServer(databaseUrl(), sql)).rows as { count: string }[])[0]!.count)
  const left = () => Promise.all(['MalpracticeCase', 'MalpracticeNote', 'MalpracticeEnd'].map((table) => rows(`SELECT count(*) FROM "${table}"`)))
  expect(await left()).toEqual([3, 1, 1])
  expect(await purgeCases()).toBe(0)
  await moveClock('1828 days')
  expect(await purgeCases()).toBe(1)
  expect(await left()).toEqual([2, 0, 0])
  expect(await rows(`SELECT count(*) FROM "RowKey" WHERE "ofTable" LIKE 'Malpractice%'`)).toBe(2)
  await moveClock('0')
})
