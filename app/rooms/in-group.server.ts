import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import type { Viewer } from '#modules/db/viewer.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

/** What every form of a group does: the deed, as the viewer, in this group; then back to its page. The deed parses what arrives. */
export async function inGroup<Input>({ context, request, params }: ActionFunctionArgs, deed: (viewer: Viewer, input: Input) => Promise<unknown>) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => deed(viewer, { ...fields(form), groupId: params.groupId } as Input))
  if ('refused' in outcome) return outcome.refused
  if (request.headers.get('accept')?.includes('text/html')) throw redirect(`/rooms/groups/${params.groupId ?? ''}`)
  return { done: true }
}
