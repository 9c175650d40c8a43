import { fields } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { handOn, type HandOn } from '#modules/adults/hand-on.server.ts'
import type { Viewer, Visitor } from '#modules/db/viewer.ts'
import { AsksOfThatName } from '#modules/safeguarding/asks-of-that-name.ts'
import { readAnswered } from '#modules/safeguarding/left-out.ts'

/** The form's answers as the deed takes them. A detail that is malformed (where they were, which answer, who is close) never stops the rest from being told. */
export function concernFields(form: FormData): HandOn {
  const { id, organisationId, who, what, danger, isAboutAdult, isAboutMentoring, from, answerId, aboutId, aboutName, isApart } = fields(form)
  const ofThatName = form.getAll('ofThatName').filter((one) => typeof one === 'string')
  const isId = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)
  return {
    id: id ?? '', who: who ?? '', what: what ?? '', danger: danger as HandOn['danger'], isAboutAdult: isAboutAdult === 'yes', isAboutMentoring: isAboutMentoring === 'yes',
    ...(isId(organisationId) ? { organisationId } : {}), ...(from && from.length <= 200 ? { from } : {}), ...(isId(answerId) ? { answerId } : {}), keptFrom: form.getAll('keptFrom').filter(isId),
    ...(isId(aboutId) ? { aboutId } : {}), ...(aboutName ? { aboutName: aboutName.slice(0, 300) } : {}), isApart: isApart === 'yes', ...readAnswered(ofThatName[0] ?? ''), isUnattended: ofThatName.includes('unasked'),
  }
}

/** Whom it is kept from, as the form takes it back: ids with commas between. */
export const keptFromOf = (form: FormData): string => form.getAll('keptFrom').filter((id) => typeof id === 'string').join(',')

/** Hands on what the form says. Where it has to be said first whether it is they whose name was written, the form learns who they are: it may not know them by that name. */
export async function handOnForm(viewer: Viewer | Visitor, form: FormData) {
  const askedOf: string[] = []
  const outcome = await asForm(form, () => handOn(viewer, concernFields(form)).catch((error: unknown) => {
    if (error instanceof AsksOfThatName) askedOf.push(...error.askedOf)
    throw error
  }))
  if ('refused' in outcome && askedOf.length > 0) {
    outcome.refused.data.fields.ofThatName = 'Choose one of the two. Then it can be sent.'
    outcome.refused.data.said.askedOf = askedOf.join(',')
  }
  return outcome
}
