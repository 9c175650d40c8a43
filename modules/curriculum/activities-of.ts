import type { Course } from './schema.ts'
import { unitsOf } from './units-of.ts'

/** Everything that can be named as what teaches a criterion: every unit, and every card in it. */
export const activitiesOf = (courses: readonly Course[]): ReadonlySet<string> =>
  new Set(courses.flatMap(unitsOf).flatMap(({ unit }) => [unit.id, ...unit.cards.map((card) => `${unit.id}/${card.id}`)]))
