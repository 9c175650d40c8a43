import type { CaseLevel, CaseState } from '#prisma/generated/enums.ts'

/** A case that somebody works on. */
export const open: readonly CaseState[] = ['taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency']
const assessed: readonly CaseState[] = ['triaged', 'in_action', 'monitoring']
const everTakenOn: readonly CaseState[] = [...open, 'closing', 'closed', 'duplicate', 'transferred']

export const levels: readonly { value: CaseLevel; label: string; hint: string }[] = [
  { value: 'emergency', label: 'Emergency', hint: 'Somebody is in danger now' },
  { value: 'high', label: 'High', hint: 'Significant harm, or likely: today' },
  { value: 'medium', label: 'Medium', hint: 'Help is needed, within a working day' },
  { value: 'low', label: 'Low', hint: 'Something to keep an eye on' },
  { value: 'not_safeguarding', label: 'Not safeguarding', hint: 'It belongs somewhere else' },
]

/** Which threshold of help it meets, as a local authority would ask. Source: Working Together; standards §1.3. */
export const thresholds = [
  { value: 'universal', label: 'Universal', hint: 'What everybody gets' },
  { value: 'early_help', label: 'Early help', hint: 'In the community' },
  { value: 'family_help', label: 'Family Help', hint: 'Targeted, with the local authority' },
  { value: 'child_in_need', label: 'Child in need', hint: 'Section 17' },
  { value: 'significant_harm', label: 'Significant harm', hint: 'Section 47' },
] as const
export type Threshold = typeof thresholds[number]['value']

export const decisions = [
  { value: 'nothing_more', label: 'Nothing more', hint: 'It can be closed' },
  { value: 'monitor', label: 'Monitor', hint: 'Look again on a day you set' },
  { value: 'early_help', label: 'Early help or Family Help', hint: 'With the family’s agreement' },
  { value: 'refer', label: 'Refer to children’s social care', hint: 'The same day' },
  { value: 'lado', label: 'Tell the LADO', hint: 'About an adult who works with children: within one working day' },
  { value: 'police', label: 'Tell the police', hint: '999 if it cannot wait' },
  { value: 'specialist_help', label: 'Specialist help', hint: 'A mental-health service, for instance' },
] as const
export type CaseDecision = typeof decisions[number]['value']

export const outcomes = [
  { value: 'helped', label: 'Help is in place' },
  { value: 'passed_on', label: 'Another service has it' },
  { value: 'no_harm', label: 'Looked into, no harm found' },
  { value: 'not_safeguarding', label: 'Not a safeguarding matter' },
] as const
export type Outcome = typeof outcomes[number]['value']

type Facts = { level: CaseLevel | null; decision?: string; stillWaiting?: boolean }
type After = (now: Facts & { state: CaseState }) => CaseState | null
type Step = { from: readonly CaseState[] | 'any'; to?: CaseState | After }

/**
 * Every step of a concern after it was raised: where it may be taken, and where the case stands then (nothing said: where it stood).
 * The rows of `LineKind` say the same in the database, and who may; it refuses any other, and a test holds the two together. A new kind is a line here and a row there. Source: standards §1.4.
 */
export const steps = {
  'broke-glass': { from: 'any' },
  told: { from: 'any' },
  climbed: { from: 'any' },
  looked: { from: 'any' },
  printed: { from: 'any' },
  exported: { from: 'any' },
  note: { from: 'any' },
  added: { from: 'any' },
  marked: { from: 'any' },
  categorised: { from: 'any' },
  'asked-who': { from: 'any' },
  struck: { from: 'any' },
  'brought-in': { from: 'any' },
  'let-go': { from: 'any' },
  'kept-from': { from: 'any' },
  'let-in': { from: 'any' },
  received: { from: ['waiting', 'received'], to: 'received' },
  'taken-on': { from: ['waiting', 'received'], to: 'taken_on' },
  'handed-over': { from: [...open, 'closing'] },
  shared: { from: everTakenOn },
  'not-shared': { from: everTakenOn },
  notified: { from: 'any' },
  pointed: { from: 'any' },
  discussed: { from: open },
  triaged: { from: open, to: ({ state }) => (state === 'taken_on' ? 'triaged' : state) },
  decided: { from: assessed, to: ({ decision }) => (decision === 'nothing_more' ? 'triaged' : decision === 'monitor' ? 'monitoring' : 'in_action') },
  'action-set': { from: open },
  'action-read': { from: 'any' },
  'action-done': { from: 'any' },
  'action-dropped': { from: 'any' },
  referred: { from: [...assessed, 'awaiting_agency'], to: 'awaiting_agency' },
  chased: { from: ['awaiting_agency'] },
  escalated: { from: ['awaiting_agency'] },
  'agency-answered': { from: ['awaiting_agency'], to: ({ stillWaiting }) => (stillWaiting ? 'awaiting_agency' : 'in_action') },
  reviewed: { from: [...assessed, 'awaiting_agency'] },
  closed: { from: assessed, to: ({ level }) => (needsSecond(level) ? 'closing' : 'closed') },
  signed: { from: ['closing'], to: 'closed' },
  'not-signed': { from: ['closing'], to: 'in_action' },
  duplicate: { from: ['taken_on', ...assessed], to: ({ level }) => (needsSecond(level) ? null : 'duplicate') },
  transferred: { from: [...assessed, 'awaiting_agency', 'closed'], to: 'transferred' },
  receipt: { from: ['transferred'] },
  destroyed: { from: ['closed', 'duplicate', 'transferred'] },
  reopened: { from: ['closed', 'duplicate', 'transferred'], to: ({ level, stillWaiting }) => (level === null ? 'taken_on' : stillWaiting ? 'awaiting_agency' : 'in_action') },
} as const satisfies Record<string, Step>
export type StepKind = keyof typeof steps

/** What somebody wrote, and may have got wrong: a line that can be struck through. */
export const strikable = ['note', 'discussed', 'shared', 'not-shared', 'added', 'marked'] as const satisfies readonly StepKind[]
export const isStrikable = (kind: string): boolean => (strikable as readonly string[]).includes(kind)

/** Whether a closing needs a second adult's signature. What was high once counts as high (`weighs`), whatever it was called afterwards. */
export const needsSecond = (level: CaseLevel | null): boolean => level === 'emergency' || level === 'high'

/** Where a case stands after a step; null where the step cannot be taken from there. */
export function stateAfter(state: CaseState, kind: StepKind, facts: Facts): CaseState | null {
  const { from, to }: Step = steps[kind]
  if (from !== 'any' && !from.includes(state)) return null
  return typeof to === 'function' ? to({ ...facts, state }) : (to ?? state)
}

export const canTake = (state: CaseState, kind: StepKind): boolean => stateAfter(state, kind, { level: null }) !== null

export const stateWords: Record<CaseState, string> = {
  waiting: 'waiting', received: 'received', taken_on: 'to be assessed', triaged: 'assessed', in_action: 'being worked on', monitoring: 'being watched',
  awaiting_agency: 'with an agency', closing: 'to be signed', closed: 'closed', duplicate: 'the same as another', transferred: 'handed to another setting',
}
