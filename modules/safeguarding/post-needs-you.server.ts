import { asSystem } from '../db/as-system.server.ts'
import { post } from '../mail/post.server.ts'
import { settings } from '../settings.server.ts'

/** Writes to one person that something needs them. The letter says nothing else: it is read on lock screens and by whoever sits beside them. False: they have no address. */
export async function postNeedsYou(personId: string): Promise<boolean> {
  const to = await asSystem('find where to write that something needs somebody', (tx) => tx.contactAddress.findUnique({ where: { personId }, select: { email: true } }))
  if (to) await post({ to: to.email, subject: 'Something in Belay needs you', text: `Something in Belay needs you. Open Belay.\n\n${settings().baseUrl}\n` })
  return to !== null
}
