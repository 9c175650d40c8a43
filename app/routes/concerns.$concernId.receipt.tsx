import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Conflict } from '#modules/errors.ts'
import { receiveConcern } from '#modules/safeguarding/receive-concern.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/concerns/${params.concernId!}`)

export async function action({ context, request, params }: ActionFunctionArgs) {
  // Saying "I have it" shows nothing, so it waits for no second proof; the page it leads to does.
  const viewer = await requireViewer(context, request)
  await readForm(request)
  const concernId = params.concernId!
  const isFirst = await asPage(receiveConcern(viewer, { concernId }).then(() => true, (error: unknown) => {
    // The page it leads to says who has it.
    if (error instanceof Conflict) return false
    throw error
  }))
  return redirect(`/concerns/${concernId}${isFirst ? '' : '?second'}`)
}

export { default } from '#app/ui/never-drawn.tsx'
