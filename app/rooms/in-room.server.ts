import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import type { Viewer } from '#modules/db/viewer.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

/**
 * What every form of a room does: the deed, as the viewer, in this meeting; then a page sent without script goes back to the room, and one with
 * it stays where it is. `shape` turns a flat form into what the deed takes where the two differ; the deed parses it in any case.
 */
export async function inRoom<Input>({ context, request, params }: ActionFunctionArgs, deed: (viewer: Viewer, input: Input) => Promise<unknown>, shape: (given: Record<string, string>) => object = (given) => given) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => deed(viewer, { ...shape(fields(form)), meetingId: params.meetingId } as Input))
  if ('refused' in outcome) return outcome.refused
  if (request.headers.get('accept')?.includes('text/html')) throw redirect(`/rooms/${params.meetingId ?? ''}`)
  return { done: outcome.done ?? true }
}
