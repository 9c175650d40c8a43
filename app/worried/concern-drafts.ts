import { newId } from '#modules/db/new-id.ts'
import { dropDraft, keepDraft, type Draft } from '#app/drafts/drafts.ts'
import { whatArrived } from '#app/drafts/form-drafts.ts'

type Answers = { who?: string; what?: string; danger?: string; isAboutAdult?: string; isAboutMentoring?: string; keptFrom?: string; aboutId?: string; aboutName?: string; isApart?: string; /** Whether it is the adult whose name they wrote. */ ofThatName?: string; organisationId?: string; from?: string; answerId?: string }
type Around = {
  id: string; /** Whether they have pressed “Hand it on”: then it goes by itself. */ isToSend: boolean
  /** What stood in it when it last went out, if it did. */ sent?: string
  /** It went out by itself, and the server had something to ask: it waits for its writer. */ isAsked?: boolean
}
export type ConcernDraft = Answers & Around

export const concernKey = (id: string) => `concern/${id}`

export const answersIn = ({ id: _, isToSend: _to, sent: _sent, isAsked: _asked, ...answers }: ConcernDraft): Answers => answers
export const saidIn = (draft: ConcernDraft): string => JSON.stringify(answersIn(draft))

const isWrittenOn = (draft: ConcernDraft) => draft.sent !== undefined && draft.sent !== saidIn(draft)

/**
 * A concern as it goes out. Where it went before, the answer was lost and somebody wrote on, the server would take these words for those it has and lose
 * them: unless it is known that nothing arrived, they go as a concern of their own.
 */
export async function asItGoes(draft: ConcernDraft): Promise<ConcernDraft> {
  const isOther = isWrittenOn(draft) && (await whatArrived([draft.id]))?.length !== 0
  return { ...draft, id: isOther ? newId() : draft.id, isToSend: true, sent: saidIn(draft) }
}

/** Lets go of what the server has, and gives back what it has not. What was written on after it arrived is a new piece of writing, and waits to be handed on like any other. */
export async function letGoOfHandedOn(personId: string, drafts: Draft<ConcernDraft>[], { sentIds, held }: { sentIds: readonly string[]; held: ReadonlySet<string> }): Promise<Draft<ConcernDraft>[]> {
  const left = drafts.filter(({ value }) => !sentIds.includes(value.id))
  for (const { key, value, keptAt } of drafts.filter((draft) => !left.includes(draft))) {
    if (isWrittenOn(value)) {
      if (held.has(key)) continue
      const anew = await keepAnew(personId, value)
      left.push({ key: concernKey(anew.id), value: anew, keptAt })
    }
    await dropDraft(personId, key)
  }
  return left
}

/** Keeps what was written on under an id of its own. */
export async function keepAnew(personId: string, draft: ConcernDraft): Promise<ConcernDraft> {
  const anew: ConcernDraft = { ...answersIn(draft), id: newId(), isToSend: false }
  await keepDraft(personId, concernKey(anew.id), anew)
  return anew
}
