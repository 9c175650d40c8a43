import type { GroupPart, Mark } from '#prisma/generated/enums.ts'
import type { AgendaKind } from './agenda.ts'
import type { RoomState } from './states.ts'

/** Here; lost signal; left on purpose; not come in yet. */
export type Presence = 'here' | 'lost' | 'gone' | 'away'
export type RoomMember = { personId: string; name: string; part: GroupPart; presence: Presence }
export type RoomItem = { id: string; kind: AgendaKind; title: string; minutes: number; addedMinutes: number; isOver: boolean; left: number; length: number; /** Whose time it is, where somebody asked for some. */ forId: string | null }
export type RoomTurn = { id: string; personId: string }
export type RoomSignal = { id: string; fromId: string; at: Date; answeredById: string | null }
export type RoomObservation = { id: string; mentorId: string; byId: string; words: string; revision: number; savedAt: Date }

/** A room as one person in it sees it now. What is only for supervisors is null for everybody else. */
export type RoomView = {
  id: string; groupId: string; groupName: string; organisationId: string; timeZone: string; number: number; of: number
  startsAt: Date; minutes: number; place: string; callAddress: string | null
  /** The server's time when this was read, which the page's clocks follow. */
  at: Date
  state: RoomState; openedAt: Date | null
  me: { personId: string; part: GroupPart; isSeated: boolean; supervises: boolean; mark: Mark | null }
  /** Names of everybody who appears, by id. */
  names: Record<string, string>
  members: RoomMember[]
  items: RoomItem[]; itemId: string | null
  speaking: RoomTurn | null; queue: RoomTurn[]
  checkIns: { personId: string; scale: number | null; word: string | null }[]
  kept: { id: string; byId: string; words: string; mayTakeOut: boolean }[]
  reminder: { byId: string; at: Date } | null
  standbyId: string | null
  /** The mentor's own last press, and who is coming. */
  mySignal: RoomSignal | null
  forSupervisors: null | {
    overrideReason: string | null
    signals: RoomSignal[]
    observations: RoomObservation[]
    register: { personId: string; mark: Mark; byRoom: boolean }[]
    /** Mentors who missed the meeting before this one. */
    missedLast: string[]
  }
}
