import type { AdultState, AdultWeight } from '#prisma/generated/enums.ts'
import { adultAfter, type AdultStep } from '../steps.ts'

/** What stands in a line's facts. */
export type AdultFacts = {
  danger?: string; who?: string; child?: string; what?: string; toldBy?: string; sharer?: string; isApart?: boolean; concernId?: string; aboutId?: string
  keptFrom?: string[]; people?: string[]; told?: string[]; personId?: string; weight?: AdultWeight; clock?: string; from?: string
}
type Said = { number: number; kind: string; byId: string | null; facts: AdultFacts }

/** Where a concern about an adult stands, as its lines say, and which rows hang on it, each with the line that wrote it: the same that the database keeps. */
export function whatLinesSay(lines: readonly Said[]) {
  const now = { state: 'waiting' as AdultState, weight: null as AdultWeight | null, aboutId: null as string | null, holderId: null as string | null, keptFrom: new Map<string, number>(), told: new Map<string, number>(), climbs: new Map<string, number>() }
  let wasAllegation = false
  const add = (rows: Map<string, number>, key: string, number: number) => { if (!rows.has(key)) rows.set(key, number) }
  for (const { number, kind, byId, facts } of lines) {
    if (kind !== 'raised') now.state = adultAfter(now.state, kind as AdultStep, wasAllegation) ?? now.state
    if (kind === 'weighed') now.weight = facts.weight ?? null
    wasAllegation ||= facts.weight === 'allegation'
    now.aboutId = facts.aboutId ?? now.aboutId
    if (kind === 'held' || kind === 'took-over' || kind === 'reopened') now.holderId = byId
    if (kind === 'kept-from' && facts.personId === now.holderId) now.holderId = null
    for (const one of [...(facts.keptFrom ?? []), ...(kind === 'kept-from' ? [facts.personId!] : [])]) add(now.keptFrom, one, number)
    for (const one of [...(facts.people ?? []), ...(facts.told ?? []), ...(kind === 'brought-in' ? [facts.personId!] : [])]) add(now.told, one, number)
    if (kind === 'climbed') add(now.climbs, `${facts.clock} ${facts.from}`, number)
  }
  return now
}
