import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { holdAdultConcern } from '#modules/adults/hold-adult-concern.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { Conflict } from '#modules/errors.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/concerns/adults/${params.adultConcernId!}`)

export async function action({ context, request, params }: ActionFunctionArgs) {
  // Saying "I have it" shows nothing, so it waits for no second proof; the page it leads to does.
  const viewer = await requireViewer(context, request)
  const { id } = fields(await readForm(request))
  const adultConcernId = params.adultConcernId!
  // The page it leads to says who has it, if somebody was a moment quicker.
  await asPage(holdAdultConcern(viewer, { id: id ?? newId(), adultConcernId }).catch((error: unknown) => { if (!(error instanceof Conflict)) throw error }))
  return redirect(`/concerns/adults/${adultConcernId}`)
}

export { default } from '#app/ui/never-drawn.tsx'
