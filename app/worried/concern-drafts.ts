import { dropDraft } from '#app/drafts/drafts.ts'

type Answers = { who?: string; what?: string; danger?: string; isAboutAdult?: string; isAboutMentoring?: string; keptFrom?: string; aboutId?: string; aboutName?: string; isApart?: string; /** Whether it is the adult whose name they wrote. */ ofThatName?: string; organisationId?: string; from?: string; answerId?: string }

/** Why something stayed whose writer pressed “Hand it on”: there is something to answer first; or it was written while the rest went, and is not in it. */
export type NotGone = 'asked' | 'rest'

/** An id stands for one wording from the moment it goes out: the server takes whatever comes under it again for what it has. */
type Around = { id: string; /** They have pressed “Hand it on”, and it can go as it stands: then it goes by itself. */ isToSend: boolean; notGone?: NotGone }
export type ConcernDraft = Answers & Around

export const concernKey = (id: string) => `concern/${id}`

export const answersIn = ({ id: _, isToSend: _to, notGone: _not, ...answers }: ConcernDraft): Answers => answers
export const wordingOf = (draft: ConcernDraft): string => JSON.stringify(answersIn(draft))

/** Lets go of what the server has. */
export const letGoOf = async (personId: string, ids: readonly string[]): Promise<void> => { await Promise.all(ids.map((id) => dropDraft(personId, concernKey(id)))) }
