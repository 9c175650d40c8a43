import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** Meetings of the viewer's own groups that are over, newest first, each with what the group kept from it. */
export const findPastMeetings = (viewer: Viewer, { take = 6 }: { take?: number } = {}) => read(viewer, async (tx) => {
  const mine = await tx.$queryRaw<{ groups: string[] }[]>`SELECT app.my_groups() AS groups`
  const meetings = await tx.meeting.findMany({
    where: { groupId: { in: mine[0]!.groups }, closing: { isNot: null } }, orderBy: { startsAt: 'desc' }, take,
    include: { group: { select: { name: true } }, kept: { where: { removedAt: null }, orderBy: { at: 'asc' } } },
  })
  const open = await opener(tx, 'KeptNote', meetings.flatMap((meeting) => meeting.kept.map((note) => note.id)))
  return meetings.map((meeting) => ({
    meetingId: meeting.id, groupName: meeting.group.name, startsAt: meeting.startsAt,
    kept: meeting.kept.map((note) => ({ id: note.id, words: open(note.id, 'words', note.words) ?? '' })),
  }))
})
