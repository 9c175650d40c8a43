import type { GroupPart, Mark } from '#prisma/generated/enums.ts'
import type { RoomView } from '#modules/supervision/room-view.ts'

export const partWords: Record<GroupPart, string> = { mentor: 'mentor', youth_worker: 'youth worker', specialist: 'mental-health specialist' }
export const markWords: Record<Mark, string> = { present: 'here', late: 'late', absent: 'not here', excused: 'excused' }

/** "Marcus and Helen" */
export const list = (names: readonly string[]): string => names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

export const nameOf = (room: RoomView, personId: string | null | undefined): string => (personId ? room.names[personId] : undefined) ?? 'Somebody'

/** "Helen (mental-health specialist)": the supervisors who are not here. */
export const missingWords = (room: RoomView, missing: readonly ('youth_worker' | 'specialist')[]): string =>
  list(missing.map((part) => {
    const names = room.members.filter((member) => member.part === part && member.presence !== 'here').map((member) => member.name)
    return names.length > 0 ? `${names.join(' or ')} (${partWords[part]})` : `a ${partWords[part]}`
  }))

export const supervisorsOf = (room: RoomView): string[] => room.members.filter((member) => member.part !== 'mentor').map((member) => member.name)
export const youthWorkerOf = (room: RoomView): string => room.members.find((member) => member.part === 'youth_worker')?.name ?? 'your youth worker'
