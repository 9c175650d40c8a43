/** What is told in `meeting:<id>`, to everybody in the room. Never anything private: that goes to `person:<id>` (roomSignal). */
export const roomNews = ['room:presence', 'room:opened', 'room:closed', 'room:check-in', 'room:item', 'room:turn', 'room:kept', 'room:changed'] as const
export type RoomNews = (typeof roomNews)[number]

/** Told to a supervisor, or to the mentor who pressed: the quiet signal was pressed or answered. */
export const roomSignal = 'room:signal'
