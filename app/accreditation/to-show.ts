import type { EvidenceKind } from '#modules/curriculum/specification.ts'
import type { Standing } from '#modules/accreditation/states.ts'
import type { UnitToChoose } from './criteria-choice.tsx'

type Criterion = { id: string; number: string; says: string; standing: Standing; shownBy: readonly string[]; taughtIn: readonly string[] }

/** What is still to be shown, unit by unit, of what these kinds of evidence can show. */
export const toShow = (units: readonly { ref: string; title: string; criteria: readonly Criterion[] }[], kinds: readonly EvidenceKind[], isSuggested: (one: Criterion) => boolean = () => false): UnitToChoose[] =>
  units.map(({ ref, title, criteria }) => ({
    ref, title, criteria: criteria.filter(({ standing, shownBy }) => standing !== 'met' && kinds.some((kind) => shownBy.includes(kind))).map((one) => ({ id: one.id, number: one.number, says: one.says, isSuggested: isSuggested(one) })),
  })).filter((unit) => unit.criteria.length > 0)
