import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { aCourse, aTaughtSitting } from '#tests/support/a-taught-sitting.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'
import type { Role } from '#prisma/generated/enums.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { answerInRoom } from './answer-in-room.server.ts'
import { comeIn } from './come-in.server.ts'
import { endStuck } from './end-stuck.server.ts'
import { endTeaching } from './end-teaching.server.ts'
import { findScreen } from './find-screen.server.ts'
import { findTeaching } from './find-teaching.server.ts'
import { goToStep } from './go-to-step.server.ts'
import { leadTeaching } from './lead-teaching.server.ts'
import { roomNow } from './room-now.server.ts'
import { sayStuck } from './say-stuck.server.ts'
import { showAnswers } from './show-answers.server.ts'
import { takeOffAnswer } from './take-off-answer.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
beforeAll(async () => { cast = await theCast() })

/** The room at its first step that asks for a line, or for a choice. */
async function atQuestion(learners: string[], isChoice = false) {
  const { sessionId } = await aTaughtSitting(cast, learners)
  const { steps } = await findTeaching(of('sam'), { sessionId })
  const step = steps.find((one) => one.question && (one.question.options !== null) === isChoice)!
  await goToStep(of('sam'), { sessionId, afterNumber: 1, place: step.place })
  for (const name of learners) await comeIn(of(name), { sessionId })
  return { sessionId, questionId: step.question!.id, question: step.question! }
}
const say = (name: string, sessionId: string, questionId: string, words: string, answerId: string = randomUUID()) => answerInRoom(of(name), { sessionId, questionId, words, answerId })
const seenBy = async (name: string, sessionId: string) => (await findTeaching(of(name), { sessionId })).learners.map((one) => [one.name, one.is, one.hasAnswered, one.stuck !== null])

test('a phone follows the room, whoever comes late is where it is, and nobody else has one', async () => {
  const { sessionId } = await aTaughtSitting(cast, ['sofia', 'kofi'])
  await comeIn(of('sofia'), { sessionId })
  await goToStep(of('sam'), { sessionId, afterNumber: 1, place: 2 })
  const [sofia, kofi, teacher] = [await roomNow(of('sofia')), await roomNow(of('kofi')), await findTeaching(of('sam'), { sessionId })]
  expect(sofia).toMatchObject({ sessionId, isIn: true, where: { place: 2 }, leads: 'Sam', trainers: ['Sam', 'Tess'] })
  expect(kofi).toMatchObject({ sessionId, isIn: false, step: { title: teacher.steps[2]!.title } })
  expect(JSON.stringify(sofia)).not.toContain('isRight')
  expect(Object.keys(sofia!.step).sort()).toEqual(['card', 'how', 'minutes', 'onOwnPages', 'question', 'title'])
  expect(await roomNow(of('zia'))).toBeNull()
  await expect(comeIn(of('sam'), { sessionId })).rejects.toThrow(Forbidden)
  await expect(comeIn(of('zia'), { sessionId })).rejects.toThrow(NotFound)
  expect(await seenBy('sam', sessionId)).toEqual([['Kofi', 'not-yet', false, false], ['Sofia', 'here', false, false]])
  await moveClock('2 minutes')
  expect(await seenBy('tess', sessionId)).toEqual([['Kofi', 'not-yet', false, false], ['Sofia', 'gone', false, false]])
  // A page without script says that it is open by being read again; one that just said so need not.
  expect([(await roomNow(of('sofia')))!.isToSaySo, (await roomNow(of('kofi')))!.isToSaySo]).toEqual([true, false])
  await comeIn(of('sofia'), { sessionId })
  expect((await roomNow(of('sofia')))!.isToSaySo).toBe(false)
  await moveClock('0')
})

test('answers go on the screen without names, three together and never fewer', async () => {
  const { sessionId, questionId } = await atQuestion(['amara', 'jay', 'priya', 'dylan'])
  await say('amara', sessionId, questionId, 'My aunt listened')
  await say('jay', sessionId, questionId, 'A neighbour waited')
  expect((await findScreen(of('sam'), { sessionId })).screen).toMatchObject({ shown: 0, words: [] })
  await expect(showAnswers(of('sam'), { sessionId, questionId })).rejects.toThrow('Fewer than three')
  await say('priya', sessionId, questionId, 'My coach asked')
  expect((await findScreen(of('sam'), { sessionId })).screen!.shown, 'one is still to come, and would stand there alone').toBe(0)
  expect((await seenBy('sam', sessionId)).map(([name, , answered]) => [name, answered])).toEqual([['Amara', true], ['Dylan', false], ['Jay', true], ['Priya', true]])
  await showAnswers(of('tess'), { sessionId, questionId })
  const screen = await findScreen(of('sam'), { sessionId })
  expect([...screen.screen!.words].sort()).toEqual(['A neighbour waited', 'My aunt listened', 'My coach asked'])
  expect(JSON.stringify(screen)).not.toMatch(/Amara|Jay|Priya|Dylan/)
  await say('dylan', sessionId, questionId, 'Late and alone')
  expect((await findScreen(of('sam'), { sessionId })).screen!.shown).toBe(3)
})

test('when everybody here has answered, the answers go up by themselves', async () => {
  const { sessionId, questionId } = await atQuestion(['amara', 'jay', 'priya'])
  await Promise.all(['amara', 'jay', 'priya'].map((name) => say(name, sessionId, questionId, `What ${name.slice(0, 1)} says`)))
  expect((await findScreen(of('sam'), { sessionId })).screen!.shown).toBe(3)
})

test('whose answer is whose, no trainer can ask: not the row, not the record', async () => {
  const { sessionId, questionId } = await atQuestion(['amara', 'jay', 'priya'])
  for (const name of ['amara', 'jay', 'priya']) await say(name, sessionId, questionId, `Words of ${name}`)
  expect(await read(of('sam'), (tx) => tx.teachingAnswer.count({ where: { sessionId } }))).toBe(0)
  expect(await read(of('amara'), (tx) => tx.teachingAnswer.count({ where: { sessionId } }))).toBe(1)
  const { screen } = await findTeaching(of('sam'), { sessionId })
  const facts = await read(of('amara'), (tx) => tx.act.findMany({ where: { subjectId: sessionId, kind: 'teaching.answered' } }))
  expect(facts.length).toBeGreaterThan(0)
  for (const { id } of screen!.words) expect(JSON.stringify(facts)).not.toContain(id)
  const one = screen!.words[0]!
  await takeOffAnswer(of('tess'), { sessionId, answerId: one.id })
  const after = await findScreen(of('sam'), { sessionId })
  expect([after.screen!.shown, after.screen!.words.includes(one.words), after.waiting], 'what was taken off is not still to come').toEqual([2, false, 0])
  await expect(takeOffAnswer(of('amara'), { sessionId, answerId: one.id })).rejects.toThrow(Forbidden)
})

test('an answer sent twice is one; a second one does not stand; one that was offline arrives after the room moved on', async () => {
  const { sessionId, questionId } = await atQuestion(['amara', 'jay'])
  const answerId = randomUUID()
  await Promise.all([say('amara', sessionId, questionId, 'Once', answerId), say('amara', sessionId, questionId, 'Once', answerId)])
  await expect(say('amara', sessionId, questionId, 'Twice')).rejects.toThrow('first answer stands')
  expect((await roomNow(of('amara')))!.answer).toEqual({ chosen: null, words: 'Once' })
  await goToStep(of('sam'), { sessionId, afterNumber: 2, place: 0 })
  await endTeaching(of('sam'), { sessionId, afterNumber: 3 })
  await say('jay', sessionId, questionId, 'Written in the lift')
  expect((await findTeaching(of('sam'), { sessionId })).where!.is).toBe('over')
  expect(await read(of('jay'), (tx) => tx.teachingAnswer.count({ where: { sessionId, questionId } }))).toBe(1)
})

test('a choice has to be one of those there are; how many chose each is counted', async () => {
  const { sessionId, questionId, question } = await atQuestion(['amara', 'jay', 'priya'], true)
  const [first, second] = question.options!
  const choose = (name: string, chosen: string) => answerInRoom(of(name), { sessionId, questionId, chosen, answerId: randomUUID() })
  await expect(choose('amara', 'not-there')).rejects.toThrow(Conflict)
  await choose('amara', first!.id)
  await choose('jay', first!.id)
  await choose('priya', second!.id)
  const { screen } = await findScreen(of('sam'), { sessionId })
  expect(screen!.counts.slice(0, 2)).toEqual([{ id: first!.id, count: 2 }, { id: second!.id, count: 1 }])
})

test('“I’m stuck” is seen by the trainers alone; the mentor sees who is coming, or says that it is all right again', async () => {
  const { sessionId } = await aTaughtSitting(cast, ['amara', 'jay'])
  for (const name of ['amara', 'jay']) await comeIn(of(name), { sessionId })
  const stuckId = randomUUID()
  await sayStuck(of('amara'), { sessionId, stuckId })
  await sayStuck(of('amara'), { sessionId, stuckId: randomUUID() })
  expect((await seenBy('tess', sessionId)).map(([name, , , stuck]) => [name, stuck])).toEqual([['Amara', true], ['Jay', false]])
  expect(await read(of('jay'), (tx) => tx.teachingStuck.count({ where: { sessionId } }))).toBe(0)
  await expect(endStuck(of('jay'), { sessionId, stuckId })).rejects.toThrow(NotFound)
  await Promise.all(['sam', 'tess'].map((name) => endStuck(of(name), { sessionId, stuckId })))
  expect((await roomNow(of('amara')))!.stuck!.goes).toMatch(/Sam|Tess/)
  const again = randomUUID()
  await sayStuck(of('amara'), { sessionId, stuckId: again })
  await endStuck(of('amara'), { sessionId, stuckId: again })
  expect((await roomNow(of('amara')))!.stuck).toBeNull()
})

test('“I’m stuck” pressed twice at once, in two tabs or sent again, is one signal, and one trainer ends it', async () => {
  const { sessionId } = await aTaughtSitting(cast, ['amara'])
  const stuckId = randomUUID()
  await Promise.all([stuckId, stuckId, randomUUID(), randomUUID()].map((id) => sayStuck(of('amara'), { sessionId, stuckId: id })))
  const open = await read(of('sam'), (tx) => tx.teachingStuck.findMany({ where: { sessionId } }))
  expect(open).toHaveLength(1)
  expect(await read(of('amara'), (tx) => tx.act.count({ where: { kind: 'teaching.stuck', subjectId: sessionId } }))).toBe(1)
  await endStuck(of('tess'), { sessionId, stuckId: open[0]!.id })
  expect((await seenBy('sam', sessionId))[0]![3]).toBe(false)
})

test('a sitting nobody opened has no room', async () => {
  const { sessionIds: [sessionId] } = await aCourse(cast)
  await expect(comeIn(of('amara'), { sessionId: sessionId! })).rejects.toThrow('has not been opened yet')
})

test('somebody whose role or place has ended has no room any more, on whichever side of it', async () => {
  const { sessionId, questionId } = await atQuestion(['kofi', 'dylan'])
  const ended = async (name: string, role: Role) => {
    const [membership] = await onServer(databaseUrl(), `UPDATE "Membership" SET "endsAt" = app.now() WHERE "personId" = '${of(name).id}' AND role = '${role}' AND "organisationId" = '${cast.riverside}' RETURNING id`).then(({ rows }) => rows as { id: string }[])
    expect(membership).toBeDefined()
    return viewerOf(of(name).id)
  }
  const kofi = await ended('kofi', 'mentor')
  expect(await roomNow(kofi)).toBeNull()
  for (const deed of [() => comeIn(kofi, { sessionId }), () => sayStuck(kofi, { sessionId, stuckId: randomUUID() }), () => answerInRoom(kofi, { sessionId, questionId, words: 'Still here', answerId: randomUUID() })])
    await expect(deed()).rejects.toThrow(/not|somebody else/)
  const sam = await ended('sam', 'trainer')
  await expect(findTeaching(sam, { sessionId })).rejects.toThrow(/not|somebody else/)
  await expect(showAnswers(sam, { sessionId, questionId })).rejects.toThrow(/not|somebody else/)
  await expect(goToStep(sam, { sessionId, afterNumber: 2, place: 1 })).rejects.toThrow(/not|somebody else/)
  // The room goes on without whoever led it.
  expect((await roomNow(of('dylan')))!.where.is).toBe('running')
  await leadTeaching(of('tess'), { sessionId, afterNumber: 1 })
  await goToStep(of('tess'), { sessionId, afterNumber: 2, place: 1 })
  expect((await roomNow(of('dylan')))!.where.place).toBe(1)
})
