import { newId } from '#modules/db/new-id.ts'
import { draftsUnder, draftsWork, dropDraft, keepDraft, unsent, type Draft } from './drafts.ts'
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
  const held = await openElsewhere()
  for (const { key, value } of sent.filter(({ value: { id } }) => arrived?.includes(id))) {
    if (!isSame(value.said, value.sent!)) {
      if (held.has(key)) continue
      const id = newId()
      await keepDraft(personId, `${key.slice(0, -value.id.length)}${id}`, { id, said: value.said, sent: null } satisfies FormDraft)
    }
    await dropDraft(personId, key)
  }
}

/** What this person wrote in such a form and the server does not have, newest first. */
export async function formDrafts(personId: string, about: string): Promise<Draft<FormDraft>[]> {
  await letGoOfArrived(personId, underForm(about))
  return draftsUnder<FormDraft>(personId, underForm(about))
}
