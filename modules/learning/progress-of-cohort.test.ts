import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { addToCohort } from '../cohorts/add-to-cohort.server.ts'
import { joinCohort } from '../cohorts/join-cohort.server.ts'
import { leaveCohort } from '../cohorts/leave-cohort.server.ts'
import { openCohort } from '../cohorts/open-cohort.server.ts'
import { findUnit } from '../curriculum/find-course.server.ts'
import { read } from '../db/read.server.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { moveToCard } from './move-to-card.server.ts'
import { progressOfCohort } from './progress-of-cohort.server.ts'
import { startUnit } from './start-unit.server.ts'

let cast: Cast
let cohortId: string
const at = { course: 'peer-mentor-level-2', unit: 'a-professional-friend' }
const { cards } = findUnit(at.course, at.unit).unit

beforeAll(async () => {
  cast = await theCast()
  const { people, riverside } = cast
  cohortId = await openCohort(people.grace!, { organisationId: riverside, name: 'Mentor course', pattern: 'two_day', places: 10, firstAt: '2026-03-05T10:00', minutes: 300, place: 'Room 12' })
  await addToCohort(people.grace!, { cohortId, personId: people.tess!.id, part: 'trainer' })
  for (const name of ['amara', 'jay', 'kofi']) await joinCohort(people[name]!, { cohortId })
  for (const name of ['amara', 'kofi', 'sofia']) await startUnit(people[name]!, at)
  await moveToCard(people.amara!, { ...at, cardId: 'the-rope' })
})

test('its trainers, youth workers and coordinator see how far each learner is, and nothing they answered', async () => {
  for (const username of ['marcus', 'grace', 'tess']) {
    const { units, people } = await progressOfCohort(cast.people[username]!, { cohortId })
    expect(units[0]).toMatchObject({ slug: at.unit, cards: cards.length })
    expect(people.map(({ name, units: [unit] }) => [name, unit!.state, unit!.cardsDone]), username).toEqual([['Amara', 'under-way', cards.findIndex((card) => card.id === 'the-rope')], ['Jay', 'not-begun', 0], ['Kofi', 'under-way', 0]])
    expect(JSON.stringify(people)).not.toMatch(/chosen|words|answer/)
  }
})

test('a learner of it may not, and to another setting it is not there', async () => {
  await expect(progressOfCohort(cast.people.amara!, { cohortId })).rejects.toThrow(Forbidden)
  for (const username of ['leon', 'cass', 'zia', 'bea']) await expect(progressOfCohort(cast.people[username]!, { cohortId }), username).rejects.toThrow(NotFound)
})

test('a trainer sees the rows of those they train, on that course, while they train them', async () => {
  const seenBy = (username: string) => read(cast.people[username]!, async (tx) => (await tx.unitProgress.findMany({ select: { personId: true } })).map(({ personId }) => Object.entries(cast.people).find(([, person]) => person.id === personId)![0]).sort())
  expect(await seenBy('tess')).toEqual(['amara', 'kofi'])
  expect(await seenBy('sam')).toEqual([])
  await leaveCohort(cast.people.kofi!, { cohortId, personId: cast.people.kofi!.id })
  expect(await seenBy('tess')).toEqual(['amara'])
  await leaveCohort(cast.people.tess!, { cohortId, personId: cast.people.tess!.id })
  expect(await seenBy('tess')).toEqual([])
  expect(await seenBy('marcus')).toEqual(['amara', 'kofi', 'sofia'])
})

test('a cohort whose course is taught in the room alone lists its people and no units', async () => {
  const { people, eastside } = cast
  const trainers = await openCohort(people.ella!, { organisationId: eastside, kind: 'trainers', name: 'Train the Trainer', pattern: 'two_day', places: 10, firstAt: '2026-03-05T10:00', minutes: 300, place: 'The hub' })
  await addToCohort(people.ella!, { cohortId: trainers, personId: people.sam!.id, part: 'trainer' })
  expect(await progressOfCohort(people.sam!, { cohortId: trainers })).toMatchObject({ units: [], people: [], next: null })
})
