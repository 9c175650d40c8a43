import type { AdultState, AdultWeight } from '#prisma/generated/enums.ts'

type Step = { from: readonly AdultState[] | 'any'; to?: AdultState | ((wasAllegation: boolean) => AdultState) }

/**
 * Every step of a concern about an adult after it was handed on: where it may be taken, and where it stands then (nothing said: where it stood).
 * `app.adult_after` says the same in the database, which refuses any other; a test holds the two together. Source: standards §1.4, KCSIE part four.
 */
export const adultSteps = {
  told: { from: 'any' },
  'came-from': { from: 'any' },
  added: { from: 'any' },
  printed: { from: 'any' },
  climbed: { from: 'any' },
  looked: { from: 'any' },
  note: { from: 'any' },
  'asked-sharer': { from: 'any' },
  'kept-from': { from: 'any' },
  'brought-in': { from: 'any' },
  struck: { from: 'any' },
  held: { from: ['waiting'], to: 'held' },
  'took-over': { from: ['held', 'weighed', 'closing'] },
  acted: { from: ['held', 'weighed'] },
  'lado-told': { from: ['held', 'weighed'] },
  weighed: { from: ['held', 'weighed'], to: 'weighed' },
  closed: { from: ['weighed'], to: (wasAllegation) => (wasAllegation ? 'closing' : 'closed') },
  signed: { from: ['closing'], to: 'closed' },
  'not-signed': { from: ['closing'], to: 'weighed' },
  reopened: { from: ['closed'], to: 'weighed' },
} as const satisfies Record<string, Step>
export type AdultStep = keyof typeof adultSteps

/** It turned out to be about whoever held it, or whoever closed it or signed that. */
export type Went = 'holder' | 'closer'

/** Where it stands after a step; null where the step cannot be taken from there. */
export function adultAfter(state: AdultState, kind: AdultStep, wasAllegation: boolean, went?: Went | null): AdultState | null {
  // It begins anew: nobody has it, or what they closed is open.
  if (kind === 'kept-from' && went === 'holder') return 'waiting'
  if (kind === 'kept-from' && went === 'closer' && (state === 'closing' || state === 'closed')) return 'weighed'
  const { from, to }: Step = adultSteps[kind]
  if (from !== 'any' && !from.includes(state)) return null
  return typeof to === 'function' ? to(wasAllegation) : (to ?? state)
}

/** What somebody wrote, and may have got wrong: a line that can be struck through. */
export const strikable: readonly string[] = ['note', 'acted'] satisfies AdultStep[]

export const weights: readonly { value: AdultWeight; label: string; hint: string }[] = [
  { value: 'low_level', label: 'A low-level concern', hint: 'Not in line with how adults behave here, and none of what is below. However small the doubt' },
  { value: 'allegation', label: 'It meets the harm threshold', hint: 'Any one of what is below is enough. The LADO hears of it within one working day' },
]
export const weightWords: Record<AdultWeight, string> = { low_level: 'low-level', allegation: 'harm threshold met' }
export const stateWords: Record<AdultState, string> = { waiting: 'nobody has it yet', held: 'to be weighed', weighed: 'open', closing: 'to be signed', closed: 'closed' }

/** What came of it. The first five are what guidance calls the outcome of an allegation. Source: KCSIE part four. */
export const outcomes = [
  { value: 'substantiated', label: 'Substantiated: there is enough to show that it happened' },
  { value: 'malicious', label: 'Malicious: there is enough to show that it did not, and that somebody meant to deceive' },
  { value: 'false', label: 'False: there is enough to show that it did not happen' },
  { value: 'unsubstantiated', label: 'Unsubstantiated: there is not enough either way' },
  { value: 'unfounded', label: 'Unfounded: nothing supports it' },
  { value: 'spoken', label: 'Low-level: spoken about with them, and what is expected is clear' },
  { value: 'helped', label: 'Low-level: training, support or a change in how we work' },
  { value: 'no_concern', label: 'Low-level: nothing to worry about' },
  { value: 'elsewhere', label: 'It does not belong in this register: it went to where it does' },
] as const
export type AdultOutcome = typeof outcomes[number]['value']

/** So many low-level concerns about one adult in a year are a pattern that somebody looks at. */
export const pattern = { count: 3, days: 365 }
