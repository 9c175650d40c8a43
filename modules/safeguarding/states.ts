import type { Clock, Danger, Role, Rung } from '#prisma/generated/enums.ts'

/** Where a concern stands. Two rows say it: the receipt and the taking on. */
export type ConcernState = 'waiting' | 'received' | 'taken-on'

export const stateOf = ({ receivedAt, takenOnAt }: { receivedAt: Date | null; takenOnAt: Date | null }): ConcernState =>
  takenOnAt ? 'taken-on' : receivedAt ? 'received' : 'waiting'

/** How near the danger is, as the form asks it and as adults read it. */
export const dangers: readonly { value: Danger; label: string; short: string }[] = [
  { value: 'now', label: 'Right now', short: 'danger now' },
  { value: 'soon', label: 'Soon, maybe today or tomorrow', short: 'danger soon' },
  { value: 'not_now', label: 'Not now', short: 'no danger now' },
  { value: 'unsure', label: 'I’m not sure', short: 'danger not known' },
]

/** Who stands on which rung, from the first. A programme lead learns that something waits, never what. */
export const standsOn: Record<Rung, readonly Role[]> = {
  first: ['youth_worker', 'safeguarding_lead', 'deputy_lead'],
  deputies: ['deputy_lead', 'safeguarding_lead'],
  head: ['head'],
  delivery_site: ['programme_lead'],
}

/** The rungs a clock climbs to when it runs out, one target after another. */
export const climbs: readonly Rung[] = ['deputies', 'head', 'delivery_site']

/** Minutes a clock runs on each rung unless the setting says otherwise. Both run from the moment a concern is raised. Source: DESIGN §6, standards §1.4. */
export const usualMinutes: Record<Clock, Record<Danger, number>> = {
  received: { now: 5, soon: 15, unsure: 15, not_now: 60 },
  taken_on: { now: 15, soon: 60, unsure: 60, not_now: 240 },
}

/**
 * The longest a setting can make them: for danger now twice the usual, for what may be soon four times, and what is not now is answered within four hours and taken on within a working day.
 * At the third target the delivery site hears, so that the whole ladder has heard within an hour and a half, half a day or a day. The database says the same. Source: standards §1.4 (an emergency 15 minutes, high an hour, the rest the same working day).
 */
export const longestMinutes: Record<Clock, Record<Danger, number>> = {
  received: { now: 10, soon: 60, unsure: 60, not_now: 240 },
  taken_on: { now: 30, soon: 240, unsure: 240, not_now: 480 },
}

/** However long a setting says that nobody is there, a clock in staffed time first climbs after this many days, and a day a rung from then on. What may be soon does not wait over a weekend. */
export const longestDays: Record<Danger, number> = { now: 0, soon: 1, unsure: 1, not_now: 5 }

export type AdultToTell = { personId: string; name: string; role: Role; hereUntil: Date | null; /** They are away now, and this colleague covers for them. */ coverId?: string | null }
export type Around = { keptFrom: readonly string[]; raisedById: string | null; /** About their mentor, their supervisor or how mentoring is run: youth workers are not told. */ isAboutMentoring?: boolean }

/** The people of a rung for one concern: nobody it is about or close to, and not whoever raised it. */
export function peopleOn(rung: Rung, adults: readonly AdultToTell[], { keptFrom, raisedById, isAboutMentoring = false }: Around): AdultToTell[] {
  const open = adults.filter((adult) => !keptFrom.includes(adult.personId) && adult.personId !== raisedById)
  const onRung = open.filter((adult) => standsOn[rung].includes(adult.role))
  // Whoever is away is told all the same; whoever covers for them is told too.
  // A cover stands in for a worker or a lead: what a head or the delivery site is told stays with them.
  const andCover = (told: readonly AdultToTell[]) => once([...told, ...told.flatMap(({ role, coverId }) => (isCovered.includes(role) ? open.filter((adult) => adult.personId === coverId) : []))])
  const isThere = ({ coverId }: AdultToTell) => !coverId || open.some((cover) => cover.personId === coverId && !cover.coverId)
  if (rung !== 'first') return andCover(onRung)

  // Youth workers on duty now; with nobody on duty who is not away without a cover that can be told, all of them.
  const onDuty = onRung.filter((adult) => adult.role === 'youth_worker' && adult.hereUntil && isThere(adult))
  const workers = isAboutMentoring ? [] : onDuty.length ? onDuty : onRung.filter((adult) => adult.role === 'youth_worker')
  const leads = onRung.filter((adult) => adult.role !== 'youth_worker')
  // It goes round a lead it is about to the head, at once. So it does where no lead is left to take it on, or none who is there or has a cover who may be told.
  const isRound = adults.some((adult) => adult.role === 'safeguarding_lead' && keptFrom.includes(adult.personId)) || !leads.some(isThere)
  return andCover([...workers, ...leads, ...(isRound ? open.filter((adult) => adult.role === 'head') : [])])
}

const isCovered: readonly Role[] = ['youth_worker', 'safeguarding_lead', 'deputy_lead']
const once = (adults: readonly AdultToTell[]) => [...new Map(adults.map((adult) => [adult.personId, adult])).values()]
