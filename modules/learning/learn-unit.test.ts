import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { findUnit } from '../curriculum/find-course.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { change } from '../db/change.server.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { onServer } from '#tests/support/template.ts'
import { answerCard } from './answer-card.server.ts'
import { courses } from './courses.server.ts'
import { findUnitForLearner } from './find-unit-for-learner.server.ts'
import { finishUnit } from './finish-unit.server.ts'
import { moveToCard } from './move-to-card.server.ts'
import { nextStep } from './next-step.server.ts'
import { startUnit } from './start-unit.server.ts'

let cast: Cast
beforeAll(async () => { cast = await theCast() })
const at = { course: 'peer-mentor-level-2', unit: 'a-professional-friend' }
/** Where a card stands: its authors may put one before it. */
const { unit } = findUnit(at.course, at.unit)
const placeOf = (cardId: string) => unit.cards.findIndex((card) => card.id === cardId)
const see = (username: string) => findUnitForLearner(cast.people[username]!, at.course, at.unit)
const acts = (username: string, kind: string) => read(cast.people[username]!, (tx) => tx.act.findMany({ where: { byId: cast.people[username]!.id, kind } }))

test('a mentor begins a unit once, however often they press, and the record says so with the content they saw', async () => {
  const ids = await Promise.all([startUnit(cast.people.amara!, at), startUnit(cast.people.amara!, at)])
  expect(ids[0]).toBe(ids[1])
  expect(await startUnit(cast.people.amara!, at)).toBe(ids[0])
  expect(await acts('amara', 'learning.unit-begun')).toMatchObject([{ organisationId: cast.riverside, facts: { unitId: 'unit-professional-friend', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown } }])
  expect((await see('amara')).place).toMatchObject({ state: 'under-way', cardsDone: 0, cardId: 'somebody-older' })
})

test('a second device comes in at the same card, with the same answers', async () => {
  await answerCard(cast.people.amara!, { ...at, cardId: 'somebody-older', id: newId(), words: 'My cousin waited for me every day.' })
  await moveToCard(cast.people.amara!, { ...at, cardId: 'two-words' })
  await moveToCard(cast.people.amara!, { ...at, cardId: 'what-is-yours' })
  await answerCard(cast.people.amara!, { ...at, cardId: 'what-is-yours', id: newId(), chosen: ['sign-up'] })
  const second = await see('amara')
  expect(second.place).toMatchObject({ cardId: 'what-is-yours', cardsDone: placeOf('what-is-yours') })
  expect(second.answers).toMatchObject({ 'somebody-older': { words: 'My cousin waited for me every day.' }, 'what-is-yours': { chosen: ['sign-up'], tries: 1 } })
})

test('looking back does not lose the place, and of two devices the one further on wins', async () => {
  await moveToCard(cast.people.amara!, { ...at, cardId: 'two-words' })
  expect((await see('amara')).place.cardId).toBe('what-is-yours')
  await Promise.all([moveToCard(cast.people.amara!, { ...at, cardId: 'wren-asks' }), moveToCard(cast.people.amara!, { ...at, cardId: 'the-rope' })])
  expect((await see('amara')).place.cardId).toBe('wren-asks')
})

test('every try is kept and the newest counts; the same one sent twice, or twice at once, is one', async () => {
  const id = newId()
  const answer = { ...at, cardId: 'will-you-tell', id, chosen: ['never'] }
  await Promise.all([answerCard(cast.people.amara!, answer), answerCard(cast.people.amara!, answer)])
  await answerCard(cast.people.amara!, answer)
  expect((await see('amara')).answers['will-you-tell']).toMatchObject({ chosen: ['never'], tries: 1 })
  // An old page come back to carries the same id with another choice: that is a new try, not a lost one.
  await answerCard(cast.people.amara!, { ...answer, chosen: ['honest'] })
  expect((await see('amara')).answers['will-you-tell']).toMatchObject({ chosen: ['honest'], tries: 2 })
})

test('words sent twice at once are sealed once, and lie unreadable in the database', async () => {
  const words = 'The girl next door taught me to ride a bike.'
  const answer = { ...at, cardId: 'somebody-older', id: newId(), words }
  await startUnit(cast.people.jay!, at)
  await Promise.all([answerCard(cast.people.jay!, answer), answerCard(cast.people.jay!, answer)])
  expect((await see('jay')).answers['somebody-older']).toMatchObject({ words, tries: 1 })
  const { rows } = await onServer(databaseUrl(), `SELECT words FROM "CardAnswer" WHERE id = '${answer.id}'`)
  expect((rows as { words: Buffer }[])[0]!.words.toString('latin1')).not.toContain('girl')
})

test('an answer has to fit its card, and its way has to be one through the scenario', async () => {
  const wrong = (cardId: string, chosen: string[], words = '') => answerCard(cast.people.jay!, { ...at, cardId, id: newId(), chosen, words })
  await expect(wrong('what-is-yours', ['made-up'])).rejects.toThrow()
  await expect(wrong('wren-asks', ['promise'])).rejects.toThrow('no way through')
  await expect(wrong('two-words', [], 'words')).rejects.toThrow('no answer')
  await expect(wrong('no-such-card', ['a'])).rejects.toThrow(NotFound)
  await expect(moveToCard(cast.people.jay!, { ...at, cardId: 'no-such-card' })).rejects.toThrow(NotFound)
})

test('a unit is finished when its checks are answered and its scenario is walked to an end, once', async () => {
  await expect(finishUnit(cast.people.jay!, at)).rejects.toThrow(Conflict)
  for (const [cardId, chosen] of [['what-is-yours', ['be-interested']], ['wren-asks', ['hardest-bit']], ['will-you-tell', ['honest']], ['when-to-tell', ['before-four']]] as const)
    await answerCard(cast.people.jay!, { ...at, cardId, id: newId(), chosen: [...chosen] })
  await expect(finishUnit(cast.people.jay!, at)).rejects.toThrow('Wren asks for something')
  await answerCard(cast.people.jay!, { ...at, cardId: 'wren-asks', id: newId(), chosen: ['hardest-bit', 'say-the-limit', 'tell-now'] })
  // Trying another way afterwards takes nothing back.
  await answerCard(cast.people.jay!, { ...at, cardId: 'wren-asks', id: newId(), chosen: ['write-it'] })
  await Promise.all([finishUnit(cast.people.jay!, at), finishUnit(cast.people.jay!, at)])
  expect((await see('jay')).place).toMatchObject({ state: 'finished', minutesLeft: 0 })
  expect(await acts('jay', 'learning.unit-finished')).toHaveLength(1)
})

test('the next step says where to go on', async () => {
  expect(await nextStep(cast.people.sofia!)).toMatchObject({ courseSlug: at.course, unitSlug: at.unit, state: 'not-begun', cardsDone: 0, sessionNumber: 1, sessions: 5, sessionTitle: 'The role' })
  expect(await nextStep(cast.people.amara!)).toMatchObject({ state: 'under-way', cardsDone: placeOf('wren-asks') })
  expect(await nextStep(cast.people.marcus!)).toBeNull()
})

test('a unit or a course that is not there is not found', async () => {
  await expect(findUnitForLearner(cast.people.amara!, at.course, 'not-there')).rejects.toThrow(NotFound)
  await expect(findUnitForLearner(cast.people.amara!, 'not-there', at.unit)).rejects.toThrow(NotFound)
})

test('who does not learn the course may look through it, and keeps nothing', async () => {
  expect((await see('marcus'))).toMatchObject({ isLearner: false, answers: {}, place: { state: 'not-begun' } })
  await expect(startUnit(cast.people.marcus!, at)).rejects.toThrow(Forbidden)
  await expect(answerCard(cast.people.marcus!, { ...at, cardId: 'what-is-yours', id: newId(), chosen: ['sign-up'] })).rejects.toThrow(NotFound)
})

test('nobody reads another’s answers: not another mentor, not a worker who sees how far they are, not another setting', async () => {
  const rows = (username: string) => read(cast.people[username]!, async (tx) => ({ progress: await tx.unitProgress.count(), answers: await tx.cardAnswer.count(), keys: await tx.rowKey.count({ where: { ofTable: 'CardAnswer' } }) }))
  expect(await rows('marcus')).toEqual({ progress: 2, answers: 0, keys: 0 })
  expect(await rows('grace')).toEqual({ progress: 2, answers: 0, keys: 0 })
  for (const nobody of ['sofia', 'zia', 'leon', 'cass', 'helen', 'fatima', 'sam', 'noor', 'ella', 'vera', 'eve']) expect(await rows(nobody), nobody).toEqual({ progress: 0, answers: 0, keys: 0 })
  expect((await courses(cast.people.sofia!))[0]!.sessions[0]!.units[0]).toMatchObject({ state: 'not-begun' })
})

test('nobody answers into another’s progress, and an id that is another’s is not taken over', async () => {
  const [mine] = await read(cast.people.jay!, (tx) => tx.cardAnswer.findMany({ where: { cardId: 'when-to-tell' } }))
  await startUnit(cast.people.zia!, at)
  await expect(answerCard(cast.people.zia!, { ...at, cardId: 'when-to-tell', id: mine!.id, chosen: ['check-first'] })).rejects.toThrow(Conflict)
  expect((await see('jay')).answers['when-to-tell']).toMatchObject({ chosen: ['before-four'], tries: 1 })
  const progress = await read(cast.people.jay!, (tx) => tx.unitProgress.findFirstOrThrow())
  await expect(change(cast.people.zia!, (tx) => tx.cardAnswer.createMany({ data: [{ id: newId(), organisationId: cast.harbour, progressId: progress.id, cardId: 'when-to-tell', chosen: [], contentHash: '' }] }))).rejects.toThrow(/row-level security/)
})
