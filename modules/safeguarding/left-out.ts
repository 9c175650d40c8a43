import { peopleOn, type AdultToTell } from './states.ts'

/** What whoever raises it says of a name they wrote, where leaving out everybody of that name would leave nobody who is told: it is somebody else, or it is them. */
export const ofThatNameAnswers = ['another', 'them'] as const
/** `unasked`: it was sent by a device on its own, and nobody was there to ask. */
export type OfThatName = typeof ofThatNameAnswers[number] | 'unasked'

type Answered = { ofThatName?: typeof ofThatNameAnswers[number] | undefined; /** Of whom it was asked: of anybody else of that name it says nothing. Left out: of whoever it may be. */ askedOf?: readonly string[] | undefined }
type Said = Answered & { /** Whose name was written. */ named: readonly string[]; raisedById: string | null; chosen: readonly string[]; /** Whom it goes round because it is about mentoring. Null: it is not. */ around: readonly string[] | null; isUnattended?: boolean }
export type LeftOut = {
  keptFrom: string[]
  /** Of those: for their name alone. */
  fits: string[]
  /** Without whom nobody would be told: a name alone does not leave them out. */
  last: string[]
  /** Whether it is they. Null where that was not said: where somebody is `last`, it has to be said first. */
  answer: OfThatName | null
}

/**
 * Whom a concern is kept from: whom somebody chose, whom it goes round, and whoever's name was written. A name is no choice: where nobody at all would be left to be told, on the first rung or at the
 * delivery site, it is asked whether it is they. Where nobody can be asked they are told: mostly it is a child of that name, and a concern that reaches nobody helps no child.
 */
export function leftOut(adults: readonly AdultToTell[], { named, raisedById, chosen, around, ofThatName, askedOf, isUnattended = false }: Said): LeftOut {
  const out = [...new Set([...chosen, ...(around ?? [])])].filter((personId) => personId !== raisedById)
  const fits = named.filter((personId) => personId !== raisedById && !out.includes(personId))
  const reaches = (keptFrom: readonly string[]) => (['first', 'delivery_site'] as const).some((rung) => peopleOn(rung, adults, { keptFrom, raisedById, isAboutMentoring: around !== null }).length > 0)
  const all = [...out, ...fits]
  if (!fits.length || reaches(all) || !reaches(out)) return { keptFrom: all, fits, last: [], answer: null }
  const isAnswered = ofThatName && (!askedOf || fits.every((personId) => askedOf.includes(personId)))
  const answer = isAnswered ? ofThatName : isUnattended ? 'unasked' : null
  return { keptFrom: answer === 'another' || answer === 'unasked' ? out : all, fits: [], last: fits, answer }
}

/** An answer as the form carries it, with of whom it was asked. */
export const writeAnswered = ({ ofThatName, askedOf }: { ofThatName: string; askedOf: readonly string[] }) => [ofThatName, ...askedOf].join(' ')

export function readAnswered(said: string): Answered {
  const [first, ...askedOf] = said.split(' ')
  const ofThatName = ofThatNameAnswers.find((one) => one === first)
  return ofThatName ? { ofThatName, askedOf } : {}
}
