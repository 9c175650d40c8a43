import { z } from 'zod'
import { asSystem } from '../db/as-system.server.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { defineJob, type Job } from '../jobs/job.ts'
import { post } from '../mail/post.server.ts'
import { settings } from '../settings.server.ts'
import { checkLetter } from './check-letter.ts'

/** Writes to every adult of whom a check that is asked for runs out: thirty days before, and seven. Each once, however often it is run. */
export const warnOfChecks = (): Promise<number> => asSystem('say which checks run out', async (tx) => {
  const due = await tx.$queryRaw<{ checkId: string; organisationId: string; personId: string; daysBefore: number }[]>`SELECT * FROM app.checks_running_out() LIMIT 500`
  let letters = 0
  for (const { personId, ...warning } of due) {
    const { count } = await tx.vettingWarning.createMany({ data: [warning], skipDuplicates: true })
    letters += count
    if (count) await enqueue(tx, checkLetter, { organisationId: warning.organisationId, personId })
  }
  return letters
})

/** Which check it is, is behind the sign-in. */
const postCheckLetter = defineJob({
  ...checkLetter,
  work: async ({ organisationId, personId }) => {
    const [to, place] = await asSystem('write that a check runs out', async (tx) => [
      await tx.contactAddress.findUnique({ where: { personId }, select: { email: true } }), await tx.organisation.findUnique({ where: { id: organisationId }, select: { name: true } })] as const)
    if (!to || !place) return
    await post({ to: to.email, subject: 'A check of yours runs out soon', text: `Hello,\n\na check that ${place.name} keeps about everybody who works with young people runs out soon. Which, when, and whom to go to is here:\n${settings().baseUrl}/account/checks\n` })
  },
})

export const vettingJobs: readonly Job[] = [
  postCheckLetter,
  defineJob({ name: 'vetting.warn', data: z.object({}), policy: 'singleton', every: '11 6 * * *', work: async () => { await warnOfChecks() } }),
]
