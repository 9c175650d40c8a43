import { draftsUnder, draftsWork, dropDraft } from '#app/drafts/drafts.ts'
import { oneIsLeft, openElsewhere } from '#app/drafts/open-elsewhere.ts'
import { sendConcern, type ConcernDraft } from './send-concern.ts'

/**
 * Sends what this person wanted handed on and no server has yet, until nothing waits. A page that is open on one sends it itself, and leaves
 * it to this one when it is gone. Says whether there was no way through: then it is to be tried again.
 */
export async function sendWhatWaits(personId: string, signal: AbortSignal): Promise<'all-gone' | 'try-again'> {
  if (!draftsWork()) return 'all-gone'
  for (;;) {
    const drafts = (await draftsUnder<ConcernDraft>(personId, 'concern/')).filter(({ value }) => value.isToSend)
    const held = await openElsewhere()
    for (const { key, value } of drafts.filter((draft) => !held.has(draft.key))) {
      const { went } = await sendConcern(personId, value)
      if (went === 'unsent') return 'try-again'
      if (went === 'handed-on') await dropDraft(personId, key)
    }
    if (!(await oneIsLeft(drafts.filter(({ key }) => held.has(key)).map(({ key }) => key), signal))) return 'all-gone'
  }
}
