import { z } from 'zod'

/** News of concerns, to the open pages of those who were told and of whoever raised it. Ids and nothing else. */
export const ConcernNews = z.object({ concernId: z.uuid() })
export type ConcernEvent = 'concern:raised' | 'concern:received' | 'concern:taken-on' | 'concern:climbed' | 'concern:noted'
