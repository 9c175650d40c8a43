import { peopleOn, type AdultToTell } from './states.ts'

/**
 * What whoever raises it says of a name they wrote, where leaving out everybody of that name would leave nobody who is told: it is somebody else, or it is them. `unasked`: it was sent by a device on
 * its own, and nobody was there to ask.
 */
export const ofThatNameAnswers = ['another', 'them', 'unasked'] as const
export type OfThatName = typeof ofThatNameAnswers[number]

type Said = { /** Whose name was written. */ named: readonly string[]; raisedById: string | null; chosen: readonly string[]; /** Whom it goes round because it is about mentoring. Null: it is not. */ around: readonly string[] | null; ofThatName?: OfThatName | undefined }
export type LeftOut = {
  keptFrom: string[]
  /** Of those: for their name alone. */
  fits: string[]
  /** Without whom nobody would be told: a name alone does not leave them out. */
  last: string[]
  /** It has to be said first whether it is they. */
  isToAsk: boolean
}

/**
 * Whom a concern is kept from: whom somebody chose, whom it goes round, and whoever's name was written. A name is no choice: where nobody at all would be left to be told, on the first rung or at the
 * delivery site, it is asked whether it is they. Where nobody can be asked they are told: mostly it is a child of that name, and a concern that reaches nobody helps no child.
 */
export function leftOut(adults: readonly AdultToTell[], { named, raisedById, chosen, around, ofThatName }: Said): LeftOut {
  const out = [...new Set([...chosen, ...(around ?? [])])].filter((personId) => personId !== raisedById)
  const fits = named.filter((personId) => personId !== raisedById && !out.includes(personId))
  const reaches = (keptFrom: readonly string[]) => (['first', 'delivery_site'] as const).some((rung) => peopleOn(rung, adults, { keptFrom, raisedById, isAboutMentoring: around !== null }).length > 0)
  const all = [...out, ...fits]
  if (!fits.length || reaches(all) || !reaches(out)) return { keptFrom: all, fits, last: [], isToAsk: false }
  return ofThatName === 'another' || ofThatName === 'unasked' ? { keptFrom: out, fits: [], last: fits, isToAsk: false } : { keptFrom: all, fits: [], last: fits, isToAsk: !ofThatName }
}
