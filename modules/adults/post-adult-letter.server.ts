import type { z } from 'zod'
import { now } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import { postNeedsYou } from '../safeguarding/post-needs-you.server.ts'
import type { adultLetter } from './adult-letter.ts'

/** Writes to one person that something needs them: the same letter as for any concern. */
export async function postAdultLetter({ adultConcernId, personId, rung }: z.infer<typeof adultLetter.data>): Promise<void> {
  if (await postNeedsYou(personId)) await asSystem('note that a letter has left', (tx) => tx.adultTold.updateMany({ where: { adultConcernId, personId, rung }, data: { mailedAt: now() } }))
}
