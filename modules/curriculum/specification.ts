import { z } from 'zod'
import { Words } from './schema.ts'

/** The kinds of evidence there are, in the order in which they are offered. */
export const evidenceKinds = ['answer', 'reflection', 'discussion', 'witness', 'observation', 'work'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

const Number12 = z.union([z.number(), z.string()]).transform(String).pipe(z.string().trim().regex(/^\d{1,3}(\.\d{1,3}){0,2}$/, 'A number is figures with dots, such as 1.2.'))
const size = z.coerce.number().int().min(0).max(2000)
/** A unit of the curriculum, or a card in one: `unit-listening` or `unit-listening/only-listening`. */
const Activity = z.string().trim().regex(/^[a-z0-9-]{3,40}(\/[a-z0-9-]{3,40})?$/, 'Where it is taught is a unit’s id, or a unit’s and a card’s with “/” between them.')

export const CriterionGiven = z.strictObject({
  number: Number12,
  says: Words.max(400, 'A criterion has at most 400 letters.'),
  taughtIn: z.array(Activity).max(12).default([]),
  shownBy: z.array(z.enum(evidenceKinds, `A kind of evidence is one of: ${evidenceKinds.join(', ')}.`)).min(1, 'Say what kind of evidence can show it.'),
})
export const OutcomeGiven = z.strictObject({ number: Number12, title: Words.max(200), criteria: z.array(CriterionGiven).min(1, 'An outcome has at least one criterion.').max(60) })
export const UnitGiven = z.strictObject({ ref: z.string().trim().regex(/^[A-Za-z0-9/.-]{1,20}$/, 'A unit’s reference is up to 20 letters, figures, “/”, “.” and “-”.'), title: Words.max(160), outcomes: z.array(OutcomeGiven).min(1).max(30) })

/** What a qualification asks for: units, their outcomes, and the criteria each is judged by. */
export const SpecificationGiven = z.strictObject({
  code: z.string().trim().regex(/^[A-Za-z0-9][A-Za-z0-9/.-]{1,59}$/, 'A code is 2 to 60 letters, figures, “/”, “.” and “-”.'),
  title: Words.max(160),
  version: z.coerce.number({ error: 'A version is a whole number from 1.' }).int('A version is a whole number from 1.').min(1, 'A version is a whole number from 1.').max(999),
  /** An example of our own, and no awarding body's. */
  isExample: z.boolean().default(false),
  level: size.optional(),
  credits: size.optional(),
  guidedHours: size.optional(),
  units: z.array(UnitGiven).min(1, 'A specification has at least one unit.').max(40),
})
export type SpecificationGiven = z.output<typeof SpecificationGiven>

/** All its criteria in order, each with the unit and outcome it is in. */
export const criteriaOf = (specification: SpecificationGiven) =>
  specification.units.flatMap((unit) => unit.outcomes.flatMap((outcome) => outcome.criteria.map((criterion) => ({ unit, outcome, criterion }))))
