import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** May this viewer hear where the room is? Its trainers and its learners, also before it is opened: a page that waits for it hears when it is. */
export const mayWatchTeaching = (viewer: Viewer, sessionId: string): Promise<boolean> => read(viewer, async (tx) => {
  const [row] = await tx.$queryRaw<{ may: boolean }[]>`SELECT ${sessionId}::uuid = ANY (app.sittings_i_teach()) OR ${sessionId}::uuid = ANY (app.sittings_i_learn_in()) AS may`
  return row?.may === true
})
