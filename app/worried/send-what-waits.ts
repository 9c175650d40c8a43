import { draftsUnder, draftsWork, dropDraft } from '#app/drafts/drafts.ts'
import { openElsewhere } from '#app/drafts/open-elsewhere.ts'
import { sendConcern, type ConcernDraft } from './send-concern.ts'

/** Sends what this person wanted handed on and no server has yet. A page that is open on one sends it itself. */
export async function sendWhatWaits(personId: string): Promise<void> {
  if (!draftsWork()) return
  const [drafts, held] = [await draftsUnder<ConcernDraft>(personId, 'concern/'), await openElsewhere()]
  for (const { key, value } of drafts.filter((draft) => draft.value.isToSend && !held.has(draft.key)))
    if ((await sendConcern(value)).went === 'handed-on') await dropDraft(personId, key)
}
