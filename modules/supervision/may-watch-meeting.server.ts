import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** May this viewer hear what is told in this meeting's room? Those who have a place in its group now, and nobody else. */
export const mayWatchMeeting = (viewer: Viewer, meetingId: string): Promise<boolean> => read(viewer, async (tx) => {
  const found = await tx.$queryRaw<unknown[]>`SELECT FROM "Meeting" WHERE id = ${meetingId}::uuid AND "groupId" = ANY ((SELECT app.my_groups())::uuid[])`
  return found.length > 0
})
