import type { AttemptOutcome, AttemptTrouble } from '#prisma/generated/enums.ts'

const troubles: Record<AttemptTrouble, string> = {
  no_answer: 'nobody answered at that address', too_slow: 'it took too long', not_allowed: 'its name leads into a private network, or it is not at the usual port',
  sent_elsewhere: 'it pointed to another address, which Belay does not follow', refused: 'it said no',
}

/** What came of calling a webhook, and why not if not. */
export function sayAttempt({ outcome, trouble, status, tried, isTrial }: { outcome: AttemptOutcome; trouble: AttemptTrouble | null; status: number | null; tried: number; isTrial?: boolean }): { title: string; why: string | null } {
  const why = trouble && `${troubles[trouble]}${status ? ` (${status})` : ''}`
  const times = tried === 0 ? '' : ` after ${tried + 1} tries`
  if (outcome === 'held_back') return { title: 'Held back', why: 'somebody may be rung there who is not to hear of it' }
  if (outcome === 'done') return { title: `Taken${times}`, why: status ? `it answered ${status}` : null }
  if (isTrial) return { title: 'Not taken', why }
  return outcome === 'given_up' ? { title: `Given up${times}`, why } : { title: 'Not taken, tried again', why }
}
