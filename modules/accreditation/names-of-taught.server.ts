import { theCourses } from '../curriculum/the-curriculum.server.ts'
import { unitsOf } from '../curriculum/units-of.ts'

type Units = readonly { outcomes: readonly { criteria: readonly { taughtIn: readonly string[] }[] }[] }[]

/** What the units and cards that teach these criteria are called, by their stable ids: people read titles. */
export function namesOfTaught(units: Units): Record<string, string> {
  const titles = new Map<string, string>(theCourses.flatMap(unitsOf).flatMap(({ unit }) => [[unit.id, unit.title], ...unit.cards.map((card) => [`${unit.id}/${card.id}`, card.title])] as [string, string][]))
  const taught = units.flatMap(({ outcomes }) => outcomes.flatMap(({ criteria }) => criteria.flatMap(({ taughtIn }) => taughtIn.flatMap((id) => [id, id.split('/')[0]!]))))
  return Object.fromEntries(taught.flatMap((id) => { const title = titles.get(id); return title ? [[id, title]] : [] }))
}
