import { lookForNames, markOf } from '#modules/accreditation/look-for-names.server.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import { fields } from '#app/http/read-form.server.ts'

/** What a hand-in form says: its criteria are several fields of one name. */
export const givenIn = (form: FormData) => {
  const { id = '', kind = '', cardId, words = '', looked = '', declared } = fields(form)
  return { id, kind, cardId: cardId ?? null, words, looked, declared: declared === 'yes', criterionIds: form.getAll('criterionIds').filter((one): one is string => typeof one === 'string') }
}
export type Given = ReturnType<typeof givenIn>

/** Whether just these words were looked through; if not, what is found in them. */
export const lookedThrough = async (viewer: Viewer, { words, looked }: Given) => (markOf(words) === looked ? null : lookForNames(viewer, words))
