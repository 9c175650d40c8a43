import { draftsUnder, draftsWork, keepDraft } from '#app/drafts/drafts.ts'
import { whatArrived } from '#app/drafts/form-drafts.ts'
import { oneIsLeft, openElsewhere } from '#app/drafts/open-elsewhere.ts'
import { concernKey, letGoOf, type ConcernDraft, type NotGone } from './concern-drafts.ts'
import { sendConcern } from './send-concern.ts'

/**
 * Sends what this person wanted handed on and no server has yet, until nothing waits. A page that is open on one sends it itself, and leaves it to this one when it is gone. Two at once do no
 * harm: an id stands for one wording, and sent twice it is one concern. Says whether there was no way through: then it is to be tried again. `say`: whether one waits for its writer, and why.
 */
export async function sendWhatWaits(personId: string, signal: AbortSignal, say: (notGone: NotGone | null) => void): Promise<'all-gone' | 'try-again'> {
  if (!draftsWork()) return 'all-gone'
  for (;;) {
    const held = await openElsewhere()
    const kept = await draftsUnder<ConcernDraft>(personId, concernKey(''))
    const free = kept.filter(({ key }) => !held.has(key)).map(({ value }) => value)
    say(await waitsForItsWriter(personId, free))
    for (const draft of free.filter(({ isToSend }) => isToSend)) {
      const { went } = await sendConcern(personId, draft, { isUnattended: true })
      if (went === 'unsent') return 'try-again'
      // A device that is full does not hold up the next one. What it could not let go of, or mark, is sent again, and is the same concern.
      if (went === 'handed-on') await letGoOf(personId, [draft.id]).catch(() => {})
      if (went === 'asked') {
        await keepDraft(personId, concernKey(draft.id), { ...draft, isToSend: false, notGone: 'asked' } satisfies ConcernDraft).catch(() => {})
        say('asked')
      }
    }
    if (!(await oneIsLeft(kept.filter(({ key, value }) => (value.isToSend || value.notGone) && held.has(key)).map(({ key }) => key), signal))) return 'all-gone'
  }
}

/** The form may have handed it on after all, when it let the server ask. */
async function waitsForItsWriter(personId: string, drafts: ConcernDraft[]): Promise<NotGone | null> {
  const marked = drafts.filter(({ notGone }) => notGone)
  if (marked.length === 0) return null
  const arrived = (await whatArrived(marked.map(({ id }) => id))) ?? []
  await letGoOf(personId, arrived).catch(() => {})
  const left = marked.filter(({ id }) => !arrived.includes(id))
  return (left.find(({ notGone }) => notGone === 'asked') ?? left[0])?.notGone ?? null
}
