import { addToCohort } from '#modules/cohorts/add-to-cohort.server.ts'
import { findCohort } from '#modules/cohorts/find-cohort.server.ts'
import { markRegister } from '#modules/cohorts/mark-register.server.ts'
import { openCohort } from '#modules/cohorts/open-cohort.server.ts'
import { sendToTraining } from '#modules/trainers/send-to-training.server.ts'
import { nextWeekday } from './cohorts.ts'
import { morePeople } from './more-people.ts'
import type { Cast } from './people.ts'

/** Eastside's Train-the-Trainer, after its second sitting, with people of both settings. */
export async function fillTrainers({ people, eastside, riverside, harbour }: Cast): Promise<{ trainerCohort: string }> {
  const trainerCohort = await openCohort(people.sam!, { organisationId: eastside, kind: 'trainers', name: 'Train the Trainer, autumn', pattern: 'five_session', places: 8, firstAt: nextWeekday(3, { weeks: -2, at: '10:00' }), minutes: 150, place: 'Eastside, first floor' })
  await addToCohort(people.sam!, { cohortId: trainerCohort, personId: people.sam!.id, part: 'trainer' })
  const [joel] = await morePeople(people.grace!, riverside, 'trainee_trainer', ['Joel Abara'])
  const fromHarbour = await morePeople(people.cass!, harbour, 'trainee_trainer', ['Kim Doyle', 'Farah Aziz'])
  for (const person of [people.tess!, joel!]) await sendToTraining(people.grace!, { cohortId: trainerCohort, personId: person.id, settingId: riverside })
  for (const person of fromHarbour) await sendToTraining(people.cass!, { cohortId: trainerCohort, personId: person.id, settingId: harbour })

  const { sittings, learners } = await findCohort(people.sam!, { cohortId: trainerCohort })
  for (const { id, number } of sittings.filter((sitting) => sitting.isOver))
    await markRegister(people.sam!, { sessionId: id, marks: Object.fromEntries(learners.map((person) => [person.id, number === 2 && person.name === 'Farah' ? 'excused' as const : 'present' as const])) })
  return { trainerCohort }
}
