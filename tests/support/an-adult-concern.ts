import { localOf } from '#modules/cohorts/timetable.ts'
import { now } from '#modules/clock.ts'
import { closeAdultConcern } from '#modules/adults/close-adult-concern.server.ts'
import { holdAdultConcern } from '#modules/adults/hold-adult-concern.server.ts'
import { shareAdultConcern } from '#modules/adults/share-adult-concern.server.ts'
import { signAdultClosing } from '#modules/adults/sign-adult-closing.server.ts'
import { weighAdultConcern } from '#modules/adults/weigh-adult-concern.server.ts'
import { writeDownLado } from '#modules/adults/write-down-lado.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { of, words } from './a-case.ts'

/** What the form of a step carries: the id its line will have, and the record. */
export const adultStep = (adultConcernId: string) => ({ id: newId(), adultConcernId })
/** Something Amara handed on about Marcus; with anything said otherwise. */
export const sharedAboutAdult = (more: object = {}, by = 'amara') => shareAdultConcern(of(by), { id: newId(), danger: 'not_now', what: 'He takes photos with his own phone.', child: 'Wren', aboutId: of('marcus').id, ...more })

/** One that was weighed as low-level, and closed. */
export async function closedLowLevel(more: object = {}, by = 'fatima') {
  const id = await sharedAboutAdult(more)
  await holdAdultConcern(of(by), adultStep(id))
  await weighAdultConcern(of(by), { ...adultStep(id), weight: 'low_level', reasons: words })
  await closeAdultConcern(of(by), { ...adultStep(id), outcome: 'helped', words })
  return id
}
/** One that met the harm threshold: the LADO was told, Fatima closed it and Tom signed. */
export async function closedAllegation(more: object = {}) {
  const id = await sharedAboutAdult(more)
  await holdAdultConcern(of('fatima'), adultStep(id))
  await weighAdultConcern(of('fatima'), { ...adultStep(id), weight: 'allegation', harm: 'risk', reasons: words })
  await writeDownLado(of('fatima'), { ...adultStep(id), happenedAt: localOf(now(), 'Europe/London'), who: 'Duty LADO', words: 'Look into it.' })
  await closeAdultConcern(of('fatima'), { ...adultStep(id), outcome: 'unsubstantiated', words })
  await signAdultClosing(of('tom'), adultStep(id))
  return id
}
