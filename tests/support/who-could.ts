import { change } from '#modules/db/change.server.ts'
import type { Viewer } from '#modules/db/viewer.ts'

/** Which of these this viewer could do now, by hand in SQL as the role `app`: each is tried, and nothing of it is kept. */
export async function whoCould<Kind extends string>(viewer: Viewer, asked: readonly { kind: Kind; sql: readonly string[] }[]): Promise<Set<Kind>> {
  const can = new Set<Kind>()
  const undone = new Error('nothing is kept')
  await change(viewer, async (tx) => {
    for (const { kind, sql } of asked) {
      await tx.$executeRawUnsafe('SAVEPOINT one')
      try {
        for (const statement of sql) await tx.$queryRawUnsafe(statement)
        can.add(kind)
      } catch (error) { if (!/42501|BL0|23505|row-level security|permission denied/.test(String(error))) throw error }
      await tx.$executeRawUnsafe('ROLLBACK TO one')
    }
    throw undone
  }).catch((error: unknown) => { if (error !== undone) throw error })
  return can
}

/** As a table to read: a line a kind, a column a state, in each the letters of those who may. */
export const asTable = (states: readonly string[], kinds: readonly string[], cell: (kind: string, state: string) => string) =>
  [`${'from'.padEnd(15)} ${states.join(' ')}`, ...kinds.map((kind) => `${kind.padEnd(15)} ${states.map((state) => (cell(kind, state) || '·').padEnd(state.length)).join(' ').trimEnd()}`)].join('\n')
