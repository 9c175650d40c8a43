import type { AttemptOutcome, AttemptTrouble } from '#prisma/generated/enums.ts'
import { after } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import { log } from '../log.server.ts'
import { post } from '../mail/post.server.ts'
import { triedAgainAfter } from '../reaching/tried-again.ts'
import { settings } from '../settings.server.ts'

type Attempt = { outcome: AttemptOutcome; trouble: AttemptTrouble | null }
/** What is not the same for each kind of concern. */
type OfItsKind = {
  /** It may have been kept from them while the letter waited for a mail server. */
  isKeptFrom: (tx: Tx) => Promise<boolean>
  note: (tx: Tx, attempt: Attempt) => Promise<void>
  tryAgain: (tx: Tx, at: Date) => Promise<void>
}

/** Writes to one person that something needs them. What came of it is written down each time, with the next try in the same transaction. */
export async function postNeedsYou({ personId, tried = 0 }: { personId: string; tried?: number }, { isKeptFrom, note, tryAgain }: OfItsKind): Promise<void> {
  const came = (await asSystem('ask whether a letter may still leave', isKeptFrom)) ? 'held_back' : await tryToPost(personId)
  const wait = came === 'not_taken' ? triedAgainAfter[tried] : undefined
  await asSystem('note what came of a letter', async (tx) => {
    await note(tx, came !== 'not_taken' ? { outcome: came, trouble: null } : { outcome: wait === undefined ? 'given_up' : 'waits', trouble: 'no_answer' })
    if (wait !== undefined) await tryAgain(tx, after(wait))
  })
}

/** The letter says nothing else: it is read on lock screens and by whoever sits beside them. */
async function tryToPost(personId: string): Promise<'done' | 'no_address' | 'not_taken'> {
  try {
    const to = await asSystem('find where to write that something needs somebody', (tx) => tx.contactAddress.findUnique({ where: { personId }, select: { email: true } }))
    if (to) await post({ to: to.email, subject: 'Something in Belay needs you', text: `Something in Belay needs you. Open Belay.\n\n${settings().baseUrl}\n` })
    return to ? 'done' : 'no_address'
  } catch (error) {
    log.error({ err: error }, 'a letter was not taken; it will be tried again')
    return 'not_taken'
  }
}
