import type { Completion } from '../completion/completion.ts'

/** What of the course itself is still to be done, in words. The agreement and the policy are for being matched, and not for the certificate. */
export function leftOf({ checks, isCourseDone }: Pick<Completion, 'checks' | 'isCourseDone'>): string[] {
  if (isCourseDone) return []
  const left = checks.filter(({ what, isDone }) => (what === 'course' || what === 'sessions') && !isDone).map(({ label, says }) => `${label}: ${says}.`)
  return left.length ? left : ['Trained before they came here. This certificate is for those who did the whole course in Belay.']
}
