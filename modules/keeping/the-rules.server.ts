import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { keptOf, sayDays, type Way } from './ways.ts'

export type SaidRule = { rule: string; label: string; long: string; since: string; because: string; way: Way }

/** How long what is kept, why, and how it goes: every rule there is, also those that nothing lets go of yet. */
export const theRules = (viewer: Viewer): Promise<SaidRule[]> => read(viewer, async (tx) =>
  (await tx.retentionRule.findMany({ orderBy: { what: 'desc' } })).map(({ what, days, because }) => {
    const { label, since, way } = keptOf(what)
    return { rule: what, label, long: sayDays(days), since, because, way }
  }))
