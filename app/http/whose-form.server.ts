import { writtenByField } from './written-by.ts'

type Refuse = (form: FormData, writtenById: string) => Promise<Response>

const senders = new WeakMap<Request, { personId: string; refuse: Refuse }>()

/** Whose session this form came with, and what to answer when somebody else wrote it. */
export const sentBy = (request: Request, personId: string, refuse: Refuse) => void senders.set(request, { personId, refuse })

/** Read once a form is: words that somebody else wrote are never taken as the words of whoever is signed in by now. */
export async function onlyTheirOwn(request: Request, form: FormData): Promise<FormData> {
  const writtenById = form.get(writtenByField)
  const sender = senders.get(request)
  if (sender && typeof writtenById === 'string' && writtenById !== sender.personId) throw await sender.refuse(form, writtenById)
  // Without a session nobody's name is on it yet: whoever keeps it for later wants to know.
  if (sender) form.delete(writtenByField)
  return form
}
