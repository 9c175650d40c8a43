import type { Outcome } from '#prisma/generated/enums.ts'

/** How a criterion stands for a learner. */
export type Standing = 'met' | 'waiting' | 'not_yet' | 'insufficient' | 'gap'

type Link = { decisionId: string | null; withdrawnAt: Date | null }

/** What was met stays met; otherwise what waits comes before what was decided last. */
export function standingOf(decisions: readonly { outcome: Outcome; attempt: number }[], links: readonly Link[]): Standing {
  if (decisions.some(({ outcome }) => outcome === 'met')) return 'met'
  if (links.some(({ decisionId, withdrawnAt }) => !decisionId && !withdrawnAt)) return 'waiting'
  return [...decisions].sort((one, other) => other.attempt - one.attempt)[0]?.outcome ?? 'gap'
}
