import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

export type TimeToAskFor = { meetingId: string; startsAt: Date; supervisorNames: string[]; isAsked: boolean }

/** For a mentor who has handed something on: the next meeting in which they can have time for themself. Null where there is none, or its supervisors are whom they kept it from. */
export const timeAfterHandingOn = (viewer: Viewer, concernId: string): Promise<TimeToAskFor | null> => read(viewer, async (tx) => {
  const [time] = await tx.$queryRaw<TimeToAskFor[]>`SELECT * FROM app.time_after_handing_on(${z.uuid().parse(concernId)}::uuid)`
  return time ?? null
})
