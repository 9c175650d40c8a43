import { z } from 'zod'

/** A name that never changes, beside a slug that may. Progress and answers hold on to this one. */
export const StableId = z.string().regex(/^[a-z0-9]([a-z0-9-]{1,38})[a-z0-9]$/, 'A stable id is 3 to 40 small letters, figures and hyphens.')
const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A slug is small letters, figures and single hyphens.')

/** Where a fact or a demand comes from: an id of the requirements, such as MTM-20, RRCF-64a or S4. */
const Source = z.string().regex(/^([A-Z]{3,4}-\d+[a-z]?|[STU]\d+)$/, 'A source is an id of the requirements, such as MTM-20.')
export const Sources = z.array(Source).min(1, 'Say at least one source.')
export const Words = z.string().trim().min(1)

/** The ways a course can be timetabled, as cohorts know them. */
export const patterns = ['five_session', 'two_day'] as const
export type Pattern = (typeof patterns)[number]

const sittings = z.array(z.strictObject({ sessions: z.array(StableId).min(1), minutes: z.number().int().min(15).max(480) })).min(1)
/** Which sessions are taught together, and how long that takes, breaks and all. */
export const Timetables = z.strictObject({ five_session: sittings, two_day: sittings })

export type Timetable = z.output<typeof Timetables>

export const CourseFile = z.strictObject({
  id: StableId,
  title: Words.max(80),
  summary: Words.max(300),
  learners: z.array(z.enum(['mentor', 'trainee_trainer'])).min(1),
  /** Courses that come before this one. */
  needs: z.array(StableId).default([]),
  /** Units nobody meets a mentee without, however they were trained. */
  safeguarding: z.array(StableId).default([]),
  sources: Sources,
  sessions: z.array(z.strictObject({
    id: StableId,
    title: Words.max(60),
    summary: Words.max(240),
    units: z.array(z.strictObject({ id: StableId, slug: Slug, /** Units that have to be taught before this one. */ needs: z.array(StableId).default([]) })),
  })).min(1),
  timetables: Timetables.optional(),
  /** What each unit of it has to have, and how long one may be. */
  'every-unit': z.strictObject({ has: z.array(z.enum(['question', 'reading', 'scenario', 'check', 'practice', 'reflection', 'carry-away'])), minutes: z.strictObject({ least: z.number(), most: z.number() }) }).optional(),
})
export type EveryUnit = z.output<typeof CourseFile>['every-unit']

export const UnitFrontMatter = z.strictObject({ id: StableId, title: Words.max(60), summary: Words.max(240), sources: Sources })

/** Long words that are explained to the reader. */
export const Glossary = z.array(z.strictObject({ word: Words.max(40), forms: z.array(Words.max(40)).default([]), says: Words.max(200) }))

const minutes = z.coerce.number().min(0.5).max(15)
const card = { id: StableId, title: Words.max(70), minutes }

/** The attributes of each directive. What is not here is a mistake, and is said so with its line. */
export const CardAttributes = {
  question: z.strictObject(card),
  reading: z.strictObject({ ...card, kicker: Words.max(40).optional() }),
  scenario: z.strictObject(card),
  check: z.strictObject(card),
  practice: z.strictObject({ ...card, people: z.coerce.number().int().min(2, 'A practice is for 2 or 3 people.').max(3, 'A practice is for 2 or 3 people.') }),
  reflection: z.strictObject({ ...card, prompt: StableId }),
  'carry-away': z.strictObject(card),
}
export const StepAttributes = z.strictObject({ id: StableId, end: Words.max(60).optional() })
export const ChoiceAttributes = z.strictObject({ id: StableId, to: StableId })
export const OptionAttributes = z.strictObject({ id: StableId, right: z.literal('').optional() })
export const RoleAttributes = z.strictObject({ id: StableId, name: Words.max(30) })
export const SpeechAttributes = z.strictObject({ name: Words.max(30) })
export const NoAttributes = z.strictObject({})

export type CardKind = keyof typeof CardAttributes
export const cardKinds = Object.keys(CardAttributes) as readonly CardKind[]

/** Words in a line, some of them strong or stressed, or a way to somewhere else. */
export type Run = { text: string; is?: 'strong' | 'em'; href?: string }
export type Block =
  | { kind: 'paragraph' | 'heading' | 'keep'; runs: Run[] }
  | { kind: 'list'; isOrdered: boolean; items: Run[][] }
  | { kind: 'says'; by: string; isYou: boolean; runs: Run[] }

export type Choice = { id: string; label: Run[]; feedback: Block[]; to: string }
export type Step = { id: string; blocks: Block[]; ask: string | null; choices: Choice[]; end: string | null }
export type Role = { id: string; name: string; blocks: Block[] }
export type Option = { id: string; label: Run[]; feedback: Block[]; isRight: boolean }

type Any = { id: string; title: string; minutes: number; blocks: Block[] }
export type Card =
  | (Any & { kind: 'question'; ask: string })
  | (Any & { kind: 'reading'; kicker?: string })
  | (Any & { kind: 'scenario'; steps: Step[] })
  | (Any & { kind: 'check'; ask: string; options: Option[] })
  | (Any & { kind: 'practice'; people: number; roles: Role[]; /** What the one who watches can see or hear, one thing a line. */ observer: Run[][]; /** How to try it with nobody there. */ alone: Block[]; ask: string })
  | (Any & { kind: 'reflection'; ask: string; prompt: string })
  | (Any & { kind: 'carry-away' })

export type Unit = { id: string; slug: string; title: string; summary: string; sources: string[]; minutes: number; cards: Card[]; /** Long words in it, explained. */ words: { word: string; says: string }[]; contentHash: string; /** The Markdown it was read from. */ source: string; /** In years; null where it was not measured. */ readingAge: number | null }
export type Session = { id: string; number: number; title: string; summary: string; units: Unit[] }
export type Course = { id: string; slug: string; title: string; summary: string; learners: ('mentor' | 'trainee_trainer')[]; needs: string[]; /** Units nobody meets a mentee without. */ safeguarding: string[]; sessions: Session[]; timetables?: Timetable }

/** Something wrong in the content, where, and what its author can do about it. */
export type Problem = { file: string; line: number; says: string }
