import { draftsUnder, draftsWork, dropDraft, keepDraft } from '#app/drafts/drafts.ts'
import { oneIsLeft, openElsewhere } from '#app/drafts/open-elsewhere.ts'
import { asItGoes, concernKey, type ConcernDraft } from './concern-drafts.ts'
import { sendConcern } from './send-concern.ts'

/**
 * Sends what this person wanted handed on and no server has yet, until nothing waits. A page that is open on one sends it itself, and leaves it to this one when it is gone.
 * Says whether there was no way through: then it is to be tried again. `onAsked`: one waits for its writer, because the server has something to ask.
 */
export async function sendWhatWaits(personId: string, signal: AbortSignal, onAsked: () => void): Promise<'all-gone' | 'try-again'> {
  if (!draftsWork()) return 'all-gone'
  for (;;) {
    const kept = await draftsUnder<ConcernDraft>(personId, 'concern/')
    const held = await openElsewhere()
    const free = kept.filter(({ key }) => !held.has(key))
    if (free.some(({ value }) => value.isAsked)) onAsked()
    for (const { key, value } of free.filter((draft) => draft.value.isToSend)) {
      const draft = await asItGoes(value)
      const mine = concernKey(draft.id)
      if (mine !== key) await keepDraft(personId, mine, draft).then(() => dropDraft(personId, key))
      const { went } = await sendConcern(personId, draft, { isUnattended: true })
      if (went === 'unsent') return 'try-again'
      if (went === 'handed-on') await dropDraft(personId, mine)
      if (went === 'asked') {
        await keepDraft(personId, mine, { ...draft, isToSend: false, isAsked: true })
        onAsked()
      }
    }
    if (!(await oneIsLeft(kept.filter(({ key, value }) => value.isToSend && held.has(key)).map(({ key }) => key), signal))) return 'all-gone'
  }
}
