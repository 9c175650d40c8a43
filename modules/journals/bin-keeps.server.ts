import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** How many days the bin of a journal keeps what is put in it. */
export const binKeeps = (viewer: Viewer): Promise<number> => read(viewer, async (tx) =>
  (await tx.retentionRule.findUniqueOrThrow({ where: { what: 'journal.bin' }, select: { days: true } })).days)
