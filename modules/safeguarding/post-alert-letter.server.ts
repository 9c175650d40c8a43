import type { z } from 'zod'
import { now } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import type { alertLetter } from './alert-letter.ts'
import { postNeedsYou } from './post-needs-you.server.ts'

/** Writes to one person that a concern needs them, and notes that the letter has left. */
export async function postAlertLetter({ concernId, personId, rung }: z.infer<typeof alertLetter.data>): Promise<void> {
  if (await postNeedsYou(personId)) await asSystem('note that a letter has left', (tx) => tx.concernAlert.updateMany({ where: { concernId, personId, rung }, data: { mailedAt: now() } }))
}
