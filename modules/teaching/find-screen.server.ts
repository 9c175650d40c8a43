import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { FindTeaching, findTeaching } from './find-teaching.server.ts'

/** What the wall shows: the step, its question, the timer and the answers. Names, notes and who is stuck never leave the server for it. */
export async function findScreen(viewer: Viewer, input: z.input<typeof FindTeaching>) {
  const { sessionId, cohortName, title, where, steps, question, screen, answered, at, learners } = await findTeaching(viewer, FindTeaching.parse(input))
  const step = where ? steps[where.place] : undefined
  return {
    sessionId, cohortName, title, at, where, question, waiting: screen ? answered - screen.shown - screen.takenOff.length : 0, screen: screen && { words: screen.words.map((one) => one.words), counts: screen.counts, shown: screen.shown },
    step: step ? { title: step.title, how: step.how, minutes: step.minutes, session: step.session } : null,
    steps: steps.length, here: learners.filter((one) => one.is === 'here').length,
  }
}
export type ScreenSeen = Awaited<ReturnType<typeof findScreen>>
