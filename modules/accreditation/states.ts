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
