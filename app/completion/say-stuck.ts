import type { Jsonified } from '#app/http/jsonified.ts'
import type { Stuck } from '#modules/learning/is-stuck.ts'

/** What a trainer is told of somebody who may be stuck. A guess to ask about, not a verdict. */
export function sayStuck(stuck: Jsonified<Stuck>): string | null {
  if (!stuck) return null
  if (stuck.why === 'in-a-unit') return `May be stuck in “${stuck.title}”`
  return `Quiet, with ${stuck.open} ${stuck.open === 1 ? 'unit' : 'units'} open from sessions that were held`
}
