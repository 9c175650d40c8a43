import type { Outcome } from '#prisma/generated/enums.ts'

/** How a criterion stands for a learner. */
export type Standing = 'met' | 'waiting' | 'not_yet' | 'insufficient' | 'gap'

type Link = { decisionId: string | null; withdrawnAt: Date | null }

/** The newest decision counts: what is met stays met, unless it was decided again. Otherwise what waits comes before what was decided last. */
export function standingOf(decisions: readonly { outcome: Outcome; attempt: number }[], links: readonly Link[]): Standing {
  const newest = newestOf(decisions)?.outcome
  if (newest === 'met') return 'met'
  if (links.some(({ decisionId, withdrawnAt }) => !decisionId && !withdrawnAt)) return 'waiting'
  return newest ?? 'gap'
}

export const newestOf = <Decided extends { attempt: number }>(decisions: readonly Decided[]): Decided | undefined =>
  decisions.reduce<Decided | undefined>((newest, one) => (newest && newest.attempt > one.attempt ? newest : one), undefined)

/** How a unit stands: met when every criterion is, and otherwise by what somebody has to do next. */
export function standingOfUnit(criteria: readonly Standing[]): { standing: Standing; of: number; met: number; waiting: number; again: number } {
  const count = (...standings: Standing[]) => criteria.filter((one) => standings.includes(one)).length
  const [of, met, waiting, again] = [criteria.length, count('met'), count('waiting'), count('not_yet', 'insufficient')]
  return { standing: met === of ? 'met' : waiting > 0 ? 'waiting' : again > 0 ? 'not_yet' : 'gap', of, met, waiting, again }
}

const letters: Record<Standing, string> = { met: 'm', waiting: 'w', not_yet: 'n', insufficient: 'i', gap: 'g' }
const standings = Object.fromEntries(Object.entries(letters).map(([standing, letter]) => [letter, standing as Standing]))

/** How many criteria stand, a letter each: a page of a large course is sent to the browser as that. */
export const lettersOf = (criteria: readonly Standing[]): string => criteria.map((standing) => letters[standing]).join('')
export const standingsOf = (given: string): Standing[] => given.split('').flatMap((letter) => standings[letter] ?? [])
