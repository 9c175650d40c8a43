import { closeDays } from '#modules/calendar/close-days.server.ts'
import { setStaffedHours } from '#modules/calendar/set-staffed-hours.server.ts'
import { after, days } from '#modules/clock.ts'
import { newId } from '#modules/db/new-id.ts'
import { setTerm } from '#modules/organisations/set-term.server.ts'
import type { Cast } from './people.ts'

const on = (ms: number) => after(ms).toISOString().slice(0, 10)

const weekdays = (from: string, to: string) => [1, 2, 3, 4, 5].map((day) => ({ day, from, to }))

/** The terms of both settings: the one under way, and the next after a fortnight's holiday. When somebody is there, and a day on which the school is closed. */
export async function fillOrganisations({ people, riverside, harbour }: Cast) {
  for (const [coordinator, organisationId] of [[people.grace!, riverside], [people.cass!, harbour]] as const) {
    await setTerm(coordinator, { organisationId, name: 'This term', startsOn: on(-days(84)), endsOn: on(days(28)) })
    await setTerm(coordinator, { organisationId, name: 'Next term', startsOn: on(days(43)), endsOn: on(days(120)) })
  }
  await setStaffedHours(people.fatima!, { id: newId(), organisationId: riverside, week: weekdays('08:00', '17:30'), isOpenInHolidays: false, emergencyDuty: '020 7946 0199' })
  await setStaffedHours(people.cass!, { id: newId(), organisationId: harbour, week: [...weekdays('14:00', '21:00'), { day: 6, from: '10:00', to: '17:00' }], isOpenInHolidays: true, emergencyDuty: '020 7946 0199' })
  await closeDays(people.grace!, { id: newId(), organisationId: riverside, name: 'Training day', startsOn: on(days(19)), endsOn: on(days(19)) })
}
