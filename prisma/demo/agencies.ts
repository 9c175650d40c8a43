import { checkAgency } from '#modules/agencies/check-agency.server.ts'
import { keepAgency } from '#modules/agencies/keep-agency.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { usualExplanation } from '#modules/reporting/notified.ts'
import { setReportingDuty } from '#modules/reporting/set-reporting-duty.server.ts'
import type { Cast } from './people.ts'

/** Whom the demo's settings turn to outside. No number here can be anybody's: they are those set aside for plays, 101 and 999 excepted. Source: Ofcom, numbers for drama use. */
export async function fillAgencies({ people, riverside, harbour }: Cast) {
  const office = 'Monday to Friday, 9:00 to 17:00'
  const nights = 'Evenings, nights, weekends and bank holidays'
  for (const [lead, organisationId, area, number] of [['fatima', riverside, 'Eastmarsh', '020 7946 01'], ['bea', harbour, 'Saltmouth', '01632 9600']] as const) {
    const enter = async (kind: Parameters<typeof keepAgency>[1]['kind'], name: string, phone: string, hours: string, more: { referAt?: string; hints?: string } = {}) => {
      const id = newId()
      await keepAgency(people[lead]!, { id, organisationId, kind, area, name, phone, hours, ...more })
      return id
    }
    await enter('front_door', `${area} MASH`, `${number}01`, office, { referAt: `https://${area.toLowerCase()}.example/refer-a-child`, hints: 'Ring first, then send it in writing the same day. They say within one working day what happens.' })
    await enter('early_help', `${area} Family Help`, `${number}07`, office)
    await enter('emergency_duty', `${area} emergency duty team`, `${number}02`, nights)
    const lado = await enter('lado', `${area} LADO`, `${number}03`, office, { referAt: `lado@${area.toLowerCase()}.example`, hints: 'Within one working day. Ask them before you speak to the adult.' })
    await enter('police', 'Police, when it can wait', '101', 'Day and night', { hints: '999 when it cannot.' })
    await enter('prevent', `${area} Prevent team`, `${number}04`, office, { referAt: `https://${area.toLowerCase()}.example/prevent` })
    await enter('health', `${area} CAMHS, duty desk`, `${number}05`, office)
    await enter('escalation', `${area} safeguarding partnership`, `${number}06`, office, { hints: 'First the team manager, then the service manager, then the partnership’s own procedure. Write each down.' })
    await checkAgency(people[lead]!, { id: newId(), agencyId: lado })
    // Looked at, and off: nobody has verified from which day it is in force.
    await setReportingDuty(people[lead]!, { id: newId(), organisationId, insteadOfId: '', inForceFrom: '', explanation: usualExplanation })
  }
}
