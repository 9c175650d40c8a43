import type { z } from 'zod'
import { now } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import { post } from '../mail/post.server.ts'
import { settings } from '../settings.server.ts'
import type { alertLetter } from './alert-letter.ts'

/** Writes to one person that something needs them. The letter says nothing else: it is read on lock screens and by whoever sits beside them. */
export async function postAlertLetter({ concernId, personId, rung }: z.infer<typeof alertLetter.data>): Promise<void> {
  const to = await asSystem('find where to write that something needs somebody', (tx) => tx.contactAddress.findUnique({ where: { personId }, select: { email: true } }))
  if (!to) return
  await post({ to: to.email, subject: 'Something in Belay needs you', text: `Something in Belay needs you. Open Belay.\n\n${settings().baseUrl}\n` })
  await asSystem('note that a letter has left', (tx) => tx.concernAlert.updateMany({ where: { concernId, personId, rung }, data: { mailedAt: now() } }))
}
