import { fields } from '#app/http/read-form.server.ts'
import type { HandOn } from '#modules/adults/hand-on.server.ts'
import { ofThatNameAnswers } from '#modules/safeguarding/left-out.ts'

/** The form's answers as the deed takes them. A detail that is malformed (where they were, which answer, who is close) never stops the rest from being told. */
export function concernFields(form: FormData): HandOn {
  const { id, organisationId, who, what, danger, isAboutAdult, isAboutMentoring, from, answerId, aboutId, aboutName, isApart, ofThatName } = fields(form)
  const isId = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)
  return {
    id: id ?? '', who: who ?? '', what: what ?? '', danger: danger as HandOn['danger'], isAboutAdult: isAboutAdult === 'yes', isAboutMentoring: isAboutMentoring === 'yes',
    ...(isId(organisationId) ? { organisationId } : {}), ...(from && from.length <= 200 ? { from } : {}), ...(isId(answerId) ? { answerId } : {}), keptFrom: form.getAll('keptFrom').filter(isId),
    ...(isId(aboutId) ? { aboutId } : {}), ...(aboutName ? { aboutName: aboutName.slice(0, 300) } : {}), isApart: isApart === 'yes', ofThatName: ofThatNameAnswers.find((one) => one === ofThatName),
  }
}

/** Whom it is kept from, as the form takes it back: ids with commas between. */
export const keptFromOf = (form: FormData): string => form.getAll('keptFrom').filter((id) => typeof id === 'string').join(',')
