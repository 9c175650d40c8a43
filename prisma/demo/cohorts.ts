import { after, days } from '#modules/clock.ts'
import { addToCohort } from '#modules/cohorts/add-to-cohort.server.ts'
import { closeCohort } from '#modules/cohorts/close-cohort.server.ts'
import { findCohort } from '#modules/cohorts/find-cohort.server.ts'
import { joinCohort } from '#modules/cohorts/join-cohort.server.ts'
import { markRegister } from '#modules/cohorts/mark-register.server.ts'
import { openCohort } from '#modules/cohorts/open-cohort.server.ts'
import { localOf } from '#modules/cohorts/timetable.ts'
import { newId } from '#modules/db/new-id.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import { makeJoinCode } from '#modules/identity/make-join-code.server.ts'
import type { Mark } from '#prisma/generated/enums.ts'
import { morePeople } from './more-people.ts'
import type { Cast } from './people.ts'

const zone = 'Europe/London'

/** The local day of the next such weekday (0 is Sunday) after today, some weeks on or back. */
export function nextWeekday(weekday: number, { weeks = 0, at }: { weeks?: number; at: string }): string {
  const today = new Date(`${localOf(after(0), zone).slice(0, 10)}T12:00Z`)
  const ahead = (weekday - today.getUTCDay() + 7) % 7 || 7
  return `${new Date(today.getTime() + days(ahead + 7 * weeks)).toISOString().slice(0, 10)}T${at}`
}

/** What later fills need of the cohorts: who learns at Riverside with a place, and one at Harbour who cannot wait. */
export type Taught = { riversideCohort: string; harbourCohort: string; learners: Viewer[]; early: Viewer; /** On the summer's course, which is over. */ through: Viewer[]; summerCohort: string }

/** Riverside's summer course, over; its autumn one half-way through, with three registers and a waiting list; Harbour's two days still to come. */
export async function fillCohorts({ people, riverside, harbour }: Cast): Promise<Taught> {
  const { through, summerCohort } = await summerCourse(people, riverside)
  const riversideCohort = await openCohort(people.grace!, { organisationId: riverside, name: 'Mentor course, autumn', pattern: 'five_session', places: 14, firstAt: nextWeekday(4, { weeks: -3, at: '15:40' }), minutes: 120, place: 'Room 12' })
  await addToCohort(people.grace!, { cohortId: riversideCohort, personId: people.sam!.id, part: 'trainer' })
  await addToCohort(people.grace!, { cohortId: riversideCohort, personId: people.tess!.id, part: 'trainer' })
  const others = await morePeople(people.grace!, riverside, 'mentor', ['Leila Hadid', 'Noah Clarke', 'Maya Lin', 'Ibrahim Yusuf', 'Freya Nilsen', 'Tariq Aslam', 'Chloe Adams', 'Ethan Boyd', 'Nia Roberts', 'Oscar Reyes'])
  const learners = [...['amara', 'jay', 'priya', 'dylan', 'sofia', 'kofi'].map((name) => people[name]!), ...others]
  for (const learner of learners) await joinCohort(learner, { cohortId: riversideCohort })

  await makeJoinCode(people.sam!, { joinCodeId: newId(), organisationId: riverside, cohortId: riversideCohort, places: 4, days: 14 })

  const { sittings, learners: placed } = await findCohort(people.sam!, { cohortId: riversideCohort })
  const otherwise: Record<number, Record<string, Mark>> = { 1: { Kofi: 'late' }, 2: { Dylan: 'absent', Tariq: 'excused' }, 3: { Sofia: 'absent', Noah: 'absent', Jay: 'late' } }
  for (const { id, number } of sittings.filter((sitting) => sitting.isOver))
    await markRegister(number === 2 ? people.marcus! : people.sam!, { sessionId: id, marks: Object.fromEntries(placed.map((person) => [person.id, otherwise[number]?.[person.name] ?? 'present'])) })

  const harbourCohort = await openCohort(people.cass!, { organisationId: harbour, name: 'Mentor weekend', pattern: 'two_day', places: 12, firstAt: nextWeekday(6, { at: '10:00' }), minutes: 330, place: 'The boat shed' })
  await addToCohort(people.cass!, { cohortId: harbourCohort, personId: people.leon!.id, part: 'trainer' })
  const atHarbour = await morePeople(people.cass!, harbour, 'mentor', ['Theo Marsh', 'Jasmine Wu', 'Malik Osei', 'Bethan Pugh'])
  for (const learner of [people.zia!, ...atHarbour]) await joinCohort(learner, { cohortId: harbourCohort })
  return { riversideCohort, harbourCohort, learners: learners.filter((learner) => placed.some((person) => person.id === learner.id)), early: atHarbour[2]!, through, summerCohort }
}

/** Two days in the summer, for two mentors: one was at both, the other missed the second. */
async function summerCourse(people: Cast['people'], riverside: string): Promise<{ through: Viewer[]; summerCohort: string }> {
  const cohortId = await openCohort(people.grace!, { organisationId: riverside, name: 'Mentor course, summer', pattern: 'two_day', places: 6, firstAt: nextWeekday(1, { weeks: -10, at: '10:00' }), minutes: 330, place: 'The library' })
  await addToCohort(people.grace!, { cohortId, personId: people.sam!.id, part: 'trainer' })
  const learners = await morePeople(people.grace!, riverside, 'mentor', ['Rosa Quinn', 'Idris Cole'])
  for (const learner of learners) await joinCohort(learner, { cohortId })
  const { sittings } = await findCohort(people.sam!, { cohortId })
  for (const { id, number } of sittings) await markRegister(people.sam!, { sessionId: id, marks: { [learners[0]!.id]: 'present', [learners[1]!.id]: number === 2 ? 'absent' : 'present' } })
  await closeCohort(people.grace!, { cohortId })
  return { through: learners, summerCohort: cohortId }
}
