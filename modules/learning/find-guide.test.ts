import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { findGuide } from './find-guide.server.ts'
import { guidesToSessions } from './guides-to-sessions.server.ts'

let cast: Cast
beforeAll(async () => { cast = await theCast() })
const at = { course: 'peer-mentor-level-2', session: 'relationships', pattern: 'five_session' } as const
const mentorCourse = 'course-peer-mentor-2'

test('those who teach read the guide: steps one after another, and the right answers to the checks', async () => {
  for (const username of ['sam', 'tess', 'marcus', 'helen', 'grace']) {
    const guide = await findGuide(cast.people[username]!, at)
    expect(guide.session).toMatchObject({ number: 2, title: 'Relationships' })
    for (const [place, step] of guide.steps.entries()) expect(step.at).toBe(guide.steps.slice(0, place).reduce((sum, one) => sum + one.minutes, 0))
    expect(guide.minutes).toBe(120)
    expect(guide.answers.length).toBeGreaterThan(3)
    expect(guide.answers.every(({ right }) => right.length > 0)).toBe(true)
  }
})

test('a session in the middle of a day knows how long the day has been going', async () => {
  const first = await findGuide(cast.people.sam!, { ...at, session: 'the-role', pattern: 'two_day' })
  const second = await findGuide(cast.people.sam!, { ...at, pattern: 'two_day' })
  expect(first.sitting).toEqual({ number: 1, of: 2, minutesBefore: 0 })
  expect(second.sitting).toEqual({ number: 1, of: 2, minutesBefore: first.minutes })
  expect((await findGuide(cast.people.sam!, { ...at, session: 'taking-notice', pattern: 'two_day' })).sitting).toEqual({ number: 2, of: 2, minutesBefore: 0 })
})

test('a mentor, and whoever else does not teach, may not read it and is shown no way to it', async () => {
  for (const username of ['amara', 'zia', 'fatima', 'noor', 'owen', 'eve', 'ella', 'vera', 'hana']) {
    await expect(findGuide(cast.people[username]!, at), username).rejects.toThrow(Forbidden)
    expect(guidesToSessions(cast.people[username]!, mentorCourse, [1, 2]), username).toEqual([])
  }
})

test('the guides to some sessions, in order; a session or a course without one has none', async () => {
  expect(guidesToSessions(cast.people.sam!, mentorCourse, [4, 5])).toEqual([
    { slug: 'taking-notice', courseSlug: 'peer-mentor-level-2', number: 4, title: 'Taking notice' },
    { slug: 'keeping-safe', courseSlug: 'peer-mentor-level-2', number: 5, title: 'Keeping safe' },
  ])
  expect(guidesToSessions(cast.people.sam!, mentorCourse, [9])).toEqual([])
  expect(guidesToSessions(cast.people.sam!, 'course-train-the-trainer', [1])).toEqual([])
  await expect(findGuide(cast.people.sam!, { ...at, session: 'not-there' })).rejects.toThrow(NotFound)
})
