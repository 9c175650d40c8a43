import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCourse } from '#tests/support/a-taught-sitting.ts'
import { theCast } from '#tests/support/cast.ts'
import { aCourseToChange } from '#tests/support/started-again.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { findUnit } from '../curriculum/find-course.server.ts'
import { read } from '../db/read.server.ts'
import { startUnit } from '../learning/start-unit.server.ts'
import { findTeaching } from './find-teaching.server.ts'
import { openTeaching } from './open-teaching.server.ts'

const unit = 'peer-mentor-level-2/a-professional-friend.md'
const guide = 'peer-mentor-level-2/guides/the-role.md'
const at = { course: 'peer-mentor-level-2', unit: 'a-professional-friend' }
const course = aCourseToChange()
let cast: Cast
const of = (name: string) => cast.people[name]!
beforeAll(async () => { cast = await theCast() })
afterAll(() => course.remove())

const afterDeploy = <Result>(work: (teaching: Awaited<ReturnType<typeof load>>) => Promise<Result>) => course.startedAgain(load, work)
const load = async () => ({
  ...(await import('./find-teaching.server.ts')), ...(await import('./find-screen.server.ts')), ...(await import('./room-now.server.ts')), ...(await import('./open-teaching.server.ts')),
  ...(await import('./go-to-step.server.ts')), ...(await import('./answer-in-room.server.ts')), ...(await import('./come-in.server.ts')), ...(await import('../learning/start-unit.server.ts')), ...(await import('../learning/find-unit-for-learner.server.ts')),
})

test('a course that changes in the middle of a session changes nothing in the room; the trainer sees that it has, and who has what on their own pages', async () => {
  const [first, second] = (await aCourse(cast)).sessionIds
  const other = (await aCourse(cast)).sessionIds[0]!
  const sessionId = first!
  await startUnit(of('amara'), at)
  expect(await findTeaching(of('sam'), { sessionId })).toMatchObject({ changed: { sheets: [], units: [] }, earlierVersions: [] })
  await openTeaching(of('sam'), { sessionId })
  await openTeaching(of('sam'), { sessionId })
  const before = await findTeaching(of('sam'), { sessionId })
  const asks = before.steps.find((step) => step.card?.cardId === 'somebody-older')!

  const [unitText, guideText] = [course.read(unit), course.read(guide)]
  course.write(unit, unitText.replace(/(::question\{#somebody-older[^}]*title=")[^"]*/, '$1Who was there'))
  course.write(guide, guideText.replace('#whose-job title="Whose job?"', '#whose-job title="Who does what"').replace('- do: first-break', '- do: how-we-are-here\n      minutes: 1\n    - do: first-break'))
  expect([course.read(unit), course.read(guide)]).not.toEqual([unitText, guideText])

  await afterDeploy(async (again) => {
    const now = await again.findTeaching(of('tess'), { sessionId })
    expect(now.steps).toEqual(before.steps)
    expect(now).toMatchObject({ changed: { sheets: ['The role'], units: ['A professional friend'] }, earlierVersions: [] })
    await again.goToStep(of('sam'), { sessionId, afterNumber: 1, place: asks.place })
    await again.comeIn(of('amara'), { sessionId })
    await again.answerInRoom(of('amara'), { sessionId, questionId: 'somebody-older', words: 'My aunt', answerId: randomUUID() })
    expect((await again.findScreen(of('sam'), { sessionId })).step!.title).toBe(asks.title)
    expect((await again.roomNow(of('amara')))!.step).toMatchObject({ card: { title: asks.card!.title }, onOwnPages: 'same' })
    // Who begins now has the new text on their own pages, and still the same in the room.
    await again.startUnit(of('jay'), at)
    expect((await again.roomNow(of('jay')))!.step).toMatchObject({ card: { title: asks.card!.title }, onOwnPages: 'other' })
    expect((await again.findTeaching(of('sam'), { sessionId })).earlierVersions, 'a later one is not an earlier one').toEqual([])

    // A group that begins now is taught the new text; who of them began before is said, and what differs.
    const fresh = await again.findTeaching(of('sam'), { sessionId: other })
    expect(fresh.steps.map((step) => step.title)).toContain('Who does what')
    expect(fresh).toMatchObject({ changed: { sheets: [], units: [] }, earlierVersions: [{ who: ['Amara'], unitTitle: 'A professional friend', changed: [{ id: 'somebody-older', title: 'Who was there' }], added: [], gone: [] }] })
    await again.openTeaching(of('sam'), { sessionId: other })
    const step = (await again.findTeaching(of('sam'), { sessionId: other })).steps.find((one) => one.card?.cardId === 'somebody-older')!
    await again.goToStep(of('sam'), { sessionId: other, afterNumber: 1, place: step.place })
    expect((await again.roomNow(of('amara')))!.step).toMatchObject({ card: { title: 'Who was there' }, onOwnPages: 'other' })
  })
  // Who is in none of these rooms has no way to what a facilitator is told; a room that is opened again by itself is one.
  expect(await read(of('zia'), (tx) => tx.guideVersion.count())).toBe(0)
  expect(await read(of('sam'), (tx) => tx.guideVersion.count())).toBe(2)
  await openTeaching(of('sam'), { sessionId: second! })
  expect((await findTeaching(of('sam'), { sessionId: second! })).changed).toEqual({ sheets: [], units: [] })
}, 120_000)

test('a unit that leaves the course while it is taught keeps its cards to the end of the session; who had not begun it is told that it is not on their own pages', async () => {
  const gone = { course: at.course, unit: 'small-gifts-big-lines' }
  const sessionId = (await aCourse(cast)).sessionIds[0]!
  await startUnit(of('amara'), gone)
  const { unit: { id } } = findUnit(gone.course, gone.unit)
  await openTeaching(of('sam'), { sessionId })
  const before = await findTeaching(of('sam'), { sessionId })
  const step = before.steps.find((one) => one.card?.unitId === id)!

  course.retire(id, `${gone.course}/${gone.unit}.md`)
  for (const [file, instead] of [[guide, 'unit-professional-friend'], ['competencies.yaml', 'unit-professional-friend'], ['example-specification.yaml', 'unit-professional-friend']] as const)
    course.write(file, course.read(file).replaceAll(new RegExp(`${id}(/[a-z-]+)?`, 'g'), instead).replaceAll(`${instead} ${instead}`, instead).replaceAll(`${instead}, ${instead}`, instead))
  await afterDeploy(async (again) => {
    const now = await again.findTeaching(of('tess'), { sessionId })
    expect(now.steps).toEqual(before.steps)
    expect(now.changed.units).toContain(step.card!.unitTitle)
    await again.goToStep(of('sam'), { sessionId, afterNumber: 1, place: step.place })
    expect(now.gone).toEqual([id])
    expect((await again.findScreen(of('sam'), { sessionId })).step!.title).toBe(step.title)
    for (const [name, onOwnPages] of [['amara', 'same'], ['jay', 'gone']] as const) {
      await again.comeIn(of(name), { sessionId })
      expect((await again.roomNow(of(name)))!.step, name).toMatchObject({ card: step.card, onOwnPages })
    }
    expect(await again.findUnitForLearner(of('amara'), gone.course, gone.unit)).toMatchObject({ session: null })
  })
}, 120_000)
