import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { concernAsViewer } from './concern-as-viewer.server.ts'

/** Finds a concern for a page on which an answer to it is written. It shows nothing of what was said, so no look goes on record. */
export async function findConcernToAnswer(viewer: Viewer, input: { concernId: string }): Promise<{ concernId: string }> {
  const concernId = z.uuid().parse(input.concernId)
  await read(viewer, (tx) => concernAsViewer(tx, viewer, concernId))
  return { concernId }
}
