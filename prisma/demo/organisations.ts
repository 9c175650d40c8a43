import { after, days } from '#modules/clock.ts'
import { setTerm } from '#modules/organisations/set-term.server.ts'
import type { Cast } from './people.ts'

const on = (ms: number) => after(ms).toISOString().slice(0, 10)

/** The terms of both settings: the one under way, and the next after a fortnight's holiday. */
export async function fillOrganisations({ people, riverside, harbour }: Cast) {
  for (const [coordinator, organisationId] of [[people.grace!, riverside], [people.cass!, harbour]] as const) {
    await setTerm(coordinator, { organisationId, name: 'This term', startsOn: on(-days(84)), endsOn: on(days(28)) })
    await setTerm(coordinator, { organisationId, name: 'Next term', startsOn: on(days(43)), endsOn: on(days(120)) })
  }
}
