import type { CaseState } from '#prisma/generated/enums.ts'
import { keepAgency } from '#modules/agencies/keep-agency.server.ts'
import { closeConcern } from '#modules/cases/close-concern.server.ts'
import { decideConcern } from '#modules/cases/decide-concern.server.ts'
import { markDuplicate } from '#modules/cases/mark-duplicate.server.ts'
import { referConcern } from '#modules/cases/refer-concern.server.ts'
import { transferConcern } from '#modules/cases/transfer-concern.server.ts'
import { now } from '#modules/clock.ts'
import { localOf } from '#modules/cohorts/timetable.ts'
import { newId } from '#modules/db/new-id.ts'
import { raiseConcern } from '#modules/safeguarding/raise-concern.server.ts'
import { receiveConcern } from '#modules/safeguarding/receive-concern.server.ts'
import { cast, decide, of, step, taken, triage, words } from './a-case.ts'

const raised = () => raiseConcern(of('jay'), { id: newId(), who: 'Wren', what: 'A bruise on her arm.', danger: 'soon' })
const low = async () => { const id = await taken(); await triage(id, 'low'); return id }
const closed = (id: string) => closeConcern(of('fatima'), { ...step(id), outcome: 'helped', words })

async function withAnAgency(id: string) {
  const agencyId = newId()
  await keepAgency(of('fatima'), { id: agencyId, organisationId: cast.riverside, kind: 'front_door', area: 'Eastmarsh', name: 'Eastmarsh MASH', phone: '020 7946 0101', hours: 'Monday to Friday' })
  await decide(id, 'refer')
  await referConcern(of('fatima'), { ...step(id), agencyId, basis: 'public_task', happenedAt: localOf(now(), 'Europe/London'), child: 'Wren Hale', said: 'He hits me.', done: 'Seen at two.', family: 'Not told.', ask: 'An assessment today.', referrer: 'Fatima', how: 'Rung.' })
}

/** How a case comes to stand in each state: raised by Jay, kept by Fatima, all of it by the deeds. */
export const aCaseIn: Record<CaseState, () => Promise<string>> = {
  waiting: raised,
  received: async () => { const id = await raised(); await receiveConcern(of('fatima'), { concernId: id }); return id },
  taken_on: () => taken(),
  triaged: low,
  in_action: async () => { const id = await low(); await decideConcern(of('fatima'), { ...step(id), decision: 'early_help', reasons: words, family: 'Mum knows.', reviewOn: '' }); return id },
  monitoring: async () => { const id = await low(); await decide(id, 'monitor'); return id },
  awaiting_agency: async () => { const id = await low(); await withAnAgency(id); return id },
  closing: async () => { const id = await taken(); await triage(id, 'high'); await decide(id, 'nothing_more'); await closed(id); return id },
  closed: async () => { const id = await low(); await decide(id, 'nothing_more'); await closed(id); return id },
  duplicate: async () => { const id = await low(); await decide(id, 'nothing_more'); await markDuplicate(of('fatima'), { ...step(id), ofId: await raised(), words }); return id },
  transferred: async () => { const id = await low(); await decide(id, 'nothing_more'); await transferConcern(of('fatima'), { ...step(id), basis: 'public_task', to: 'Ms Adeyemi', setting: 'Northgate College', address: 'dsl@northgate.example', how: 'Rung.', reasons: 'She moves there.' }); return id },
}
