import { newId } from '#modules/db/new-id.ts'
import { draftsUnder, draftsWork, dropDraft, keepDraft, readDraft, unsent, type Draft } from './drafts.ts'
import { openElsewhere } from './open-elsewhere.ts'
import { isSame, type Said } from './said-in.ts'

/** A form as it lies on the device: the id its deed will have, what is in it, and what was in it when it was last sent, if it was. */
export type FormDraft = { id: string; said: Said; sent: Said | null }

export const underForm = (about: string) => `form/${about}/`

/** Which of these deeds are done? An answer that was lost on its way says nothing about it; the server knows. `null`: nobody could say. */
export async function whatArrived(ids: readonly string[]): Promise<string[] | null> {
  try {
    const answer = await fetch(`/arrived?${new URLSearchParams(ids.slice(0, 100).map((id) => ['id', id]))}`, { cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(5000) })
    return answer.ok ? ((await answer.json()) as { arrived: string[] }).arrived : null
  } catch {
    return null
  }
}

/**
 * Lets go of what was sent and has arrived. Where somebody wrote on after sending, that is a new piece of writing: it gets an id of its own, so that
 * it is not taken for the one that has arrived. A page that is open on one sees to that itself.
 */
export async function letGoOfArrived(personId: string, prefix = 'form/'): Promise<void> {
  if (!draftsWork() || !(await unsent(personId)).some(({ key }) => key.startsWith(prefix))) return
  const sent = (await draftsUnder<FormDraft>(personId, prefix)).filter(({ value }) => value.sent)
  if (sent.length === 0) return
  const arrived = await whatArrived(sent.map(({ value }) => value.id))
  if (!arrived?.length) return
  const letGo = () => letGoOf(personId, sent.filter(({ value: { id } }) => arrived.includes(id)).map(({ key }) => key))
  await ('locks' in navigator ? navigator.locks.request(`belay-arrived:${personId}`, letGo) : letGo())
}

/** One page at a time, each looking at what is there by then: the form, the page around it and another tab may all have heard that it arrived. */
async function letGoOf(personId: string, keys: string[]): Promise<void> {
  const held = await openElsewhere()
  for (const key of keys) {
    const draft = (await readDraft<FormDraft>(personId, key))?.value
    if (!draft?.sent) continue
    if (!isSame(draft.said, draft.sent)) {
      if (held.has(key)) continue
      const id = newId()
      await keepDraft(personId, `${key.slice(0, -draft.id.length)}${id}`, { id, said: draft.said, sent: null } satisfies FormDraft)
    }
    await dropDraft(personId, key)
  }
}

/** What this person wrote in such a form and the server does not have, newest first. */
export async function formDrafts(personId: string, about: string): Promise<Draft<FormDraft>[]> {
  await letGoOfArrived(personId, underForm(about))
  return draftsUnder<FormDraft>(personId, underForm(about))
}
