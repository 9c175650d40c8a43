import type { AttemptOutcome, AttemptTrouble } from '#prisma/generated/enums.ts'
import { asSystem } from '../db/as-system.server.ts'
import { post } from '../mail/post.server.ts'
import { log } from '../log.server.ts'
import { triedAgainAfter } from '../reaching/tried-again.ts'
import { settings } from '../settings.server.ts'

/** Writes to one person that something needs them. The letter says nothing else: it is read on lock screens and by whoever sits beside them. False: they have no address. */
export async function postNeedsYou(personId: string): Promise<boolean> {
  const to = await asSystem('find where to write that something needs somebody', (tx) => tx.contactAddress.findUnique({ where: { personId }, select: { email: true } }))
  if (to) await post({ to: to.email, subject: 'Something in Belay needs you', text: `Something in Belay needs you. Open Belay.\n\n${settings().baseUrl}\n` })
  return to !== null
}

/** The same, and what came of it: it left, there is nowhere to write to, or the mail server did not take it. */
export async function tryNeedsYou(personId: string): Promise<'done' | 'no_address' | 'not_taken'> {
  try {
    return (await postNeedsYou(personId)) ? 'done' : 'no_address'
  } catch (error) {
    log.error({ err: error }, 'a letter was not taken; it will be tried again')
    return 'not_taken'
  }
}

/** What is written down of a try, and after how long the next one comes. */
export function afterTry(came: 'done' | 'no_address' | 'not_taken' | 'held_back', tried: number): { attempt: { outcome: AttemptOutcome; trouble: AttemptTrouble | null }; wait: number | undefined } {
  const wait = came === 'not_taken' ? triedAgainAfter[tried] : undefined
  return { attempt: { outcome: came !== 'not_taken' ? came : wait === undefined ? 'given_up' : 'waits', trouble: came === 'not_taken' ? 'no_answer' : null }, wait }
}
