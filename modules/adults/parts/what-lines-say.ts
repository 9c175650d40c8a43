import type { AdultState, AdultWeight } from '#prisma/generated/enums.ts'
import { adultAfter, type AdultStep, type Went } from '../steps.ts'

/** What stands in a line's facts. */
export type AdultFacts = {
  danger?: string; who?: string; child?: string; what?: string; toldBy?: string; sharer?: string; isApart?: boolean; concernId?: string; aboutId?: string
  keptFrom?: string[]; people?: string[]; told?: string[]; personId?: string; weight?: AdultWeight; clock?: string; rung?: string; from?: string; episode?: number; went?: Went; origin?: string
}
type Said = { number: number; kind: string; byId: string | null; ms: bigint; facts: AdultFacts }

/** Where a concern about an adult stands, as its lines say, and which rows hang on it, each with the line that wrote it: the same that the database keeps. Of a line is read what its kind says, and nothing else. */
export function whatLinesSay(lines: readonly Said[]) {
  const now = { state: 'waiting' as AdultState, weight: null as AdultWeight | null, aboutId: null as string | null, holderId: null as string | null, keptFrom: new Map<string, number>(), told: new Map<string, number>(), climbs: new Map<string, number>(), origin: new Map<string, number>() }
  let wasAllegation = false
  for (const { number, kind, byId, ms, facts } of lines) {
    // Its last line is no step: where it stood it stands, and where it came from goes with who shared it.
    if (kind === 'destroyed') { now.origin.clear(); continue }
    const add = (rows: Map<string, number>, keys: readonly string[] = []) => { for (const key of keys) if (!rows.has(key)) rows.set(key, number) }
    const tell = (people: readonly string[] = [], rung = 'first') => add(now.told, people.filter((one) => !isTold(now.told, one, rung)).map((one) => `${one} ${rung} ${ms}`))
    if (kind !== 'raised') now.state = adultAfter(now.state, kind as AdultStep, wasAllegation, facts.went) ?? now.state
    if (kind === 'raised') { now.aboutId = facts.aboutId ?? null; add(now.keptFrom, facts.keptFrom) }
    if (kind === 'came-from') add(now.origin, [facts.origin!])
    if (kind === 'weighed') { now.weight = facts.weight ?? null; wasAllegation ||= facts.weight === 'allegation' }
    if (kind === 'held' || kind === 'took-over' || kind === 'reopened') now.holderId = byId
    if (kind === 'kept-from') {
      now.aboutId = facts.aboutId ?? now.aboutId
      if (facts.personId === now.holderId) now.holderId = null
      add(now.keptFrom, [facts.personId!])
      tell(facts.told)
    }
    if (kind === 'told' || kind === 'climbed') tell(facts.people, facts.rung)
    if (kind === 'brought-in') tell([facts.personId!])
    if (kind === 'climbed') add(now.climbs, [`${facts.clock} ${facts.from} ${facts.episode} ${ms}`])
  }
  return now
}

/** Told once a person and rung; the first time counts. */
const isTold = (told: ReadonlyMap<string, number>, person: string, rung: string) => [...told.keys()].some((key) => key.startsWith(`${person} ${rung} `))
