import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import type { Viewer } from '#modules/db/viewer.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

/** Where the trainers' forms lead. */
export const teachingPath = ({ cohortId = '', sessionId = '' }: ActionFunctionArgs['params']) => `/cohorts/${cohortId}/sessions/${sessionId}/teaching`

type Deed<Input> = (viewer: Viewer, input: Input) => Promise<unknown>

/** What every form of a trainer's does: the deed, in this sitting; a page without script goes back to the run-sheet, one with it stays where it is. */
export const inTeaching = <Input>(given: ActionFunctionArgs, deed: Deed<Input>) => doing(given, deed, { sessionId: given.params.sessionId }, teachingPath(given.params))

/** The same for a phone: which sitting it follows stands in the form. */
export const onPhone = <Input>(given: ActionFunctionArgs, deed: Deed<Input>) => doing(given, deed, {}, '/learn/now')

async function doing<Input>({ context, request }: ActionFunctionArgs, deed: Deed<Input>, known: object, page: string) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => deed(viewer, { ...fields(form), ...known } as Input))
  if ('refused' in outcome) return outcome.refused
  if (request.headers.get('accept')?.includes('text/html')) throw redirect(page)
  return { done: true }
}
