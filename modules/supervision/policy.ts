import { holds } from '../policy.ts'
import type { GroupPart } from '#prisma/generated/enums.ts'
import type { Viewer } from '../db/viewer.ts'

type InRoom = { part: GroupPart | null }

export const may = {
  /** Make a group, say who is in it and when it meets. */
  arrange: (viewer: Viewer, group: { organisationId: string }) => holds(viewer, group.organisationId, 'coordinator', 'youth_worker'),
  /** Move a meeting or call it off: those who arrange, and the group's own supervisors. */
  changeMeeting: (viewer: Viewer, meeting: { organisationId: string } & InRoom) => isAdult(meeting.part) || may.arrange(viewer, meeting),
  enter: (_viewer: Viewer, room: InRoom) => room.part !== null,
  /** Open and close it, keep its agenda and turns, its register; hear the quiet signal; note how a mentor copes. */
  supervise: (_viewer: Viewer, room: InRoom) => isAdult(room.part),
  /** Press "I need an adult": for the young; the adults are the ones it reaches. */
  signal: (_viewer: Viewer, room: InRoom) => room.part === 'mentor',
  /** Ask for time for oneself, and take it back. */
  askForTime: (_viewer: Viewer, room: InRoom) => room.part === 'mentor',
  /** Take a kept line out again: who wrote it, or a supervisor. */
  removeKept: (viewer: Viewer, room: InRoom, note: { byId: string }) => isAdult(room.part) || note.byId === viewer.id,
}

export const isAdult = (part: GroupPart | null): boolean => part === 'youth_worker' || part === 'specialist'
