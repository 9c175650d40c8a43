import { z } from 'zod'
import { defineJob, type Job } from '../jobs/job.ts'
import { post } from '../mail/post.server.ts'
import { settings } from '../settings.server.ts'
import { anchorHeads } from './anchor-heads.server.ts'
import { asText, dayRoots } from './day-roots.server.ts'
import { keepRootsOutside } from './keep-roots-outside.server.ts'
import { rootLetter } from './root-letter.ts'

/** The day's root, soon after midnight or as soon as Belay runs that day, and what carries it outside. */
export const anchorJobs: readonly Job[] = [
  defineJob({ name: 'anchors.day-root', data: z.object({}), policy: 'singleton', every: '7 * * * *', work: async () => {
    await anchorHeads()
    await keepRootsOutside()
  } }),
  defineJob({ ...rootLetter, work: async ({ day }) => {
    const { ROOTS_MAIL } = settings()
    const root = (await dayRoots()).find((one) => one.day === day)
    if (ROOTS_MAIL && root) await post({ to: ROOTS_MAIL, subject: `Belay: the root of ${day}`, text: asText(root) })
  } }),
]
