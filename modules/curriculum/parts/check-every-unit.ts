import type { EveryUnit, Unit } from '../schema.ts'
import type { Problems } from './problems.ts'

/** A unit against what its course asks of each: which cards it has to have, and how long it may be. */
export function checkEveryUnit(unit: Unit, asked: EveryUnit, problems: Problems) {
  if (!asked) return
  for (const kind of asked.has) if (!unit.cards.some((card) => card.kind === kind)) problems.at(1, `Every unit of this course has a “${kind}”; this has none.`)
  const { least, most } = asked.minutes
  if (unit.minutes < least || unit.minutes > most) problems.at(1, `A unit of this course takes ${least} to ${most} minutes; this takes ${unit.minutes}.`)
}
