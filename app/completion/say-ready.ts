import { sayNames } from '#app/today/say-count.ts'

type Standing = { /** How much is still to do. */ left: number; /** Whom they mentor now. */ mentees: readonly string[]; /** The next top-up. */ topUp: string | null }

/** Where a mentor stands, in a line: on the way to being matched, ready for it, or mentoring somebody already. */
export function sayReady({ left, mentees, topUp }: Standing): { title: string; detail: string } {
  const things = `${left} ${left === 1 ? 'thing' : 'things'}`
  if (mentees.length === 0) return { title: 'Before you meet a mentee', detail: left > 0 ? `${things} still to do` : 'All done. You can be matched.' }
  const title = `You mentor ${sayNames(mentees)}`
  if (left > 0) return { title, detail: `${things} of what a mentor needs ${left === 1 ? 'is' : 'are'} to do again` }
  return { title, detail: topUp ? `All you needed for it is done. The next top-up: “${topUp}”` : 'All you needed for it is done.' }
}
