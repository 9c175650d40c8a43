import { today } from '#modules/clock.ts'
import { decideConcern } from '#modules/cases/decide-concern.server.ts'
import { findCase } from '#modules/cases/find-case.server.ts'
import { triageConcern } from '#modules/cases/triage-concern.server.ts'
import { asSystem } from '#modules/db/as-system.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { somethingAdded } from '#modules/safeguarding/alert-letter.ts'
import { findConcern } from '#modules/safeguarding/find-concern.server.ts'
import { raiseConcern } from '#modules/safeguarding/raise-concern.server.ts'
import { takeOnConcern } from '#modules/safeguarding/take-on-concern.server.ts'
import { tellOfAddition } from '#modules/safeguarding/tell-of-addition.server.ts'
import { theCast } from './cast.ts'

export const cast = await theCast()
export const of = (name: string) => cast.people[name]!
/** What the form of a step carries: the id its line will have, and the concern. */
export const step = (concernId: string) => ({ id: newId(), concernId })
export const words = 'What had to be said.'
export const stateOf = async (name: string, id: string) => (await findCase(of(name), id)).state
export const kinds = async (id: string, by = 'tom') => (await findConcern(of(by), id)).chronology.filter((line) => line.kind !== 'looked').map((line) => line.kind)

/** A concern that Jay raised and Fatima took on. */
export async function taken(more: object = {}) {
  const id = await raiseConcern(of('jay'), { id: newId(), who: 'Wren', what: 'A bruise on her arm.', danger: 'soon', ...more })
  await takeOnConcern(of('fatima'), { concernId: id, firstStep: 'See her at two.' })
  return id
}
export const triage = (id: string, level: 'high' | 'low', by = 'fatima') => triageConcern(of(by), { ...step(id), level, threshold: 'early_help', reasons: words, wishes: 'To stay with her gran.' })
export const decide = (id: string, decision: 'monitor' | 'nothing_more' | 'refer') => decideConcern(of('fatima'), { ...step(id), decision, reasons: words, family: 'Mum knows since Tuesday.', reviewOn: decision === 'monitor' ? today() : '' })

/** What the queue does once somebody has added to a concern: its readers hear of it. */
export async function readersTold(concernId: string) {
  const jobs = await asSystem('work a queue in a test', (tx) => tx.$queryRaw<{ data: unknown }[]>`DELETE FROM jobs.job WHERE name = ${somethingAdded.name} AND data->>'concernId' = ${concernId} RETURNING data`)
  for (const { data } of jobs) await tellOfAddition(somethingAdded.data.parse(data))
}
