import type { Topics } from '#modules/live/gateway.server.ts'
import { mayWatchMeeting } from '#modules/supervision/may-watch-meeting.server.ts'
import { mayWatchTeaching } from '#modules/teaching/may-watch-teaching.server.ts'

/** What can be watched over a socket, and who may: each rule is its domain's. */
export const topics: Topics = {
  meeting: mayWatchMeeting,
  teaching: mayWatchTeaching,
}
