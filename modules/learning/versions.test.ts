import { afterAll, beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { aCourseToChange } from '#tests/support/started-again.ts'
import { onServer } from '#tests/support/template.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { changesBetween } from '../curriculum/changes-between.ts'
import { findUnit } from '../curriculum/find-course.server.ts'
import type { Card } from '../curriculum/schema.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { leftToDo } from './left-to-do.ts'
import { startUnit } from './start-unit.server.ts'

const at = { course: 'peer-mentor-level-2', unit: 'a-professional-friend' }
const file = `${at.course}/${at.unit}.md`
const course = aCourseToChange()
let cast: Cast
beforeAll(async () => { cast = await theCast() })
afterAll(() => course.remove())

const loadForLeaving = async () => ({
  ...(await import('./start-unit.server.ts')), ...(await import('./find-unit-for-learner.server.ts')), ...(await import('./answer-card.server.ts')), ...(await import('./move-to-card.server.ts')),
  ...(await import('./finish-unit.server.ts')), ...(await import('./courses.server.ts')), ...(await import('../accreditation/evidence-sources.server.ts')),
})
const startedAgain = <Result>(work: (learning: Awaited<ReturnType<typeof load>>) => Promise<Result>) => course.startedAgain(load, work)
const load = async () => ({
  ...(await import('./start-unit.server.ts')), ...(await import('./find-unit-for-learner.server.ts')), ...(await import('./answer-card.server.ts')), ...(await import('./move-to-card.server.ts')),
  ...(await import('./find-guide.server.ts')), ...(await import('./next-step.server.ts')),
})

test('who began a unit goes on with the version they began; who begins after a change has the new one; the trainer sees what changed', async () => {
  const before = findUnit(at.course, at.unit).unit
  // One that no guide and no criterion holds on to: the checker would say so.
  const gone = before.cards.find(({ id }) => id === 'when-to-tell')!
  await startUnit(cast.people.amara!, at)

  // The check is taken out, a reading in is added, and the title of another card is changed.
  const text = course.read(file)
  const reading = before.cards.find(({ kind }) => kind === 'reading')!
  const withoutCheck = text.replace(new RegExp(`:+check\\{#${gone.id}[\\s\\S]*?\\n(?=:+(reading|scenario|check|practice|reflection|carry-away|question)\\{#)`), '')
  expect(withoutCheck).not.toBe(text)
  const changed = withoutCheck.replace(`title="${reading.title}"`, 'title="Two other words"').replace(/(:+carry-away\{#)/, ':::reading{#a-new-reading title="Something new" minutes=2}\nThis was not here before.\n:::\n\n$1')
  course.write(file, changed)
  // An id that is given up for good is retired: the checker asks for that before it lets a course start without it.
  const ids = course.read('ids.txt')
  course.write('ids.txt', ids.split('\n').map((line) => (line.startsWith(`${before.id}/${gone.id}`) ? `${line} retired` : line)).join('\n'))

  await startedAgain(async (again) => {
    await again.startUnit(cast.people.jay!, at)
    const [old, fresh] = [await again.findUnitForLearner(cast.people.amara!, at.course, at.unit), await again.findUnitForLearner(cast.people.jay!, at.course, at.unit)]
    expect(old.unit.cards.map(({ id }) => id)).toEqual(before.cards.map(({ id }) => id))
    expect(old.unit.cards).toEqual(before.cards)
    expect(fresh.unit.cards.map(({ title }) => title)).toEqual(expect.arrayContaining(['Two other words', 'Something new']))
    expect(fresh.unit.cards.map(({ id }) => id)).not.toContain(gone.id)
    expect(old.left).toContain(gone.id)

    // What is gone for others is still theirs to answer, and still asked of them.
    await again.moveToCard(cast.people.amara!, { ...at, cardId: gone.id })
    if (gone.kind === 'check') await again.answerCard(cast.people.amara!, { ...at, cardId: gone.id, id: newId(), chosen: [gone.options[0]!.id] })
    await expect(again.answerCard(cast.people.jay!, { ...at, cardId: gone.id, id: newId(), chosen: [] })).rejects.toThrow('no such card')
    expect(await again.nextStep(cast.people.amara!)).toMatchObject({ cards: before.cards.length, cardsDone: before.cards.findIndex(({ id }) => id === gone.id) })
    expect((await again.findUnitForLearner(cast.people.amara!, at.course, at.unit)).answers[gone.id]).toMatchObject({ tries: 1 })

    const seen = { learners: 1, unitSlug: at.unit, added: [{ title: 'Something new' }], changed: [{ title: 'Two other words' }], gone: [{ title: gone.title }] }
    expect((await again.findUnitForLearner(cast.people.marcus!, at.course, at.unit)).changes).toMatchObject([seen])
    expect((await again.findGuide(cast.people.marcus!, { course: at.course, session: 'the-role', pattern: 'five_session' })).changes).toMatchObject([seen])
    // Whoever follows nobody on it has nothing to hear of, and a mentor is told nothing of it.
    expect((await again.findUnitForLearner(cast.people.leon!, at.course, at.unit)).changes).toEqual([])
    expect(old.changes).toEqual([])
  })

  // And back to the text of before: the one who began in between keeps theirs.
  course.write(file, text)
  course.write('ids.txt', ids)
  await startedAgain(async (again) => {
    expect((await again.findUnitForLearner(cast.people.amara!, at.course, at.unit)).unit.cards).toEqual(before.cards)
    expect((await again.findUnitForLearner(cast.people.jay!, at.course, at.unit)).unit.cards.map(({ title }) => title)).toContain('Something new')
  })
}, 120_000)

test('a unit that leaves its course is finished as it was begun by whoever began it, and is there for nobody else', async () => {
  const gone = { course: 'top-ups', unit: 'conflict' }
  const { unit } = findUnit(gone.course, gone.unit)
  await startUnit(cast.people.amara!, gone)
  course.retire(unit.id, `${gone.course}/${gone.unit}.md`)
  await course.startedAgain(loadForLeaving, async (again) => {
    const seen = await again.findUnitForLearner(cast.people.amara!, gone.course, gone.unit)
    expect(seen).toMatchObject({ session: null, next: null, place: { state: 'under-way' } })
    expect(seen.unit.cards).toEqual(unit.cards)
    expect((await again.findCourseForLearner(cast.people.amara!, gone.course)).gone).toMatchObject([{ slug: gone.unit, title: unit.title, state: 'under-way' }])
    await again.moveToCard(cast.people.amara!, { ...gone, cardId: unit.cards[1]!.id })
    for (const card of leftToDo(unit, [])) await again.answerCard(cast.people.amara!, { ...gone, cardId: card.id, id: newId(), chosen: aWayThrough(card) })
    const asks = unit.cards.find(({ kind }) => kind === 'question') as Extract<Card, { kind: 'question' }>
    await again.answerCard(cast.people.amara!, { ...gone, cardId: asks.id, id: newId(), words: 'A row about a bag.' })
    expect((await again.answersToHandIn(cast.people.amara!))[0]).toMatchObject({ words: 'A row about a bag.', asked: `${unit.title}: ${asks.ask}` })
    await again.finishUnit(cast.people.amara!, gone)
    expect((await again.findCourseForLearner(cast.people.amara!, gone.course)).gone).toMatchObject([{ state: 'finished' }])

    for (const name of ['jay', 'marcus']) await expect(again.findUnitForLearner(cast.people[name]!, gone.course, gone.unit)).rejects.toThrow('no unit at this address')
    await expect(again.answerCard(cast.people.jay!, { ...gone, cardId: unit.cards[0]!.id, id: newId(), words: 'Mine' })).rejects.toThrow('no unit at this address')
    await expect(again.startUnit(cast.people.jay!, gone)).rejects.toThrow('no unit at this address')
    expect((await again.findCourseForLearner(cast.people.jay!, gone.course)).gone).toEqual([])
  })
  // One that was kept before its address was: it is found by its id.
  await onServer(databaseUrl(), `UPDATE "UnitVersion" SET slug = NULL WHERE "unitId" = '${unit.id}'`)
  await course.startedAgain(loadForLeaving, async (again) => expect((await again.findUnitForLearner(cast.people.amara!, gone.course, unit.id)).unit.cards).toEqual(unit.cards))
}, 120_000)

/** The first option of a check; in a scenario always the first choice, which comes to an end. */
function aWayThrough(card: Card): string[] {
  if (card.kind === 'check') return [card.options[0]!.id]
  const way: string[] = []
  if (card.kind === 'scenario') for (let step = card.steps[0]; step && !step.end; step = card.steps.find(({ id }) => id === step.choices[0]!.to)) way.push(step.choices[0]!.id)
  return way
}

test('a version is kept once, under the hash of what it says and no other', async () => {
  await Promise.all(['sofia', 'kofi', 'priya'].map((name) => startUnit(cast.people[name]!, at)))
  const { unit } = findUnit(at.course, at.unit)
  expect(await read(cast.people.sofia!, (tx) => tx.unitVersion.count({ where: { contentHash: unit.contentHash } }))).toBe(1)
  await expect(change(cast.people.sofia!, (tx) => tx.unitVersion.createMany({ data: [{ contentHash: 'a'.repeat(64), unitId: unit.id, source: 'Other words.' }] }))).rejects.toThrow(/UnitVersion_is_its_hash/)
  await expect(change(cast.people.hana!, (tx) => tx.unitVersion.createMany({ data: [{ contentHash: 'b'.repeat(64), unitId: unit.id, source: 'Other words.' }] }))).rejects.toThrow(/row-level security/)
  const { rows } = await onServer(databaseUrl(), `SELECT count(*)::int AS held FROM "UnitVersion" WHERE "unitId" = '${unit.id}'`)
  expect((rows as { held: number }[])[0]!.held).toBe(2)
})

test('a card is the same one by its id, whatever it is called', () => {
  const card = (id: string, title: string) => ({ id, title, kind: 'reading' as const, minutes: 1, blocks: [] })
  expect(changesBetween({ cards: [card('a', 'A'), card('b', 'B'), card('c', 'C')] }, { cards: [card('b', 'B'), card('a', 'Another A'), card('d', 'D')] }))
    .toEqual({ added: [{ id: 'd', title: 'D' }], changed: [{ id: 'a', title: 'Another A' }], gone: [{ id: 'c', title: 'C' }] })
})
