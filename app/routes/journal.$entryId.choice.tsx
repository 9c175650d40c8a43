import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { ChooseText, chooseText } from '#modules/journals/choose-text.server.ts'

export const loader = ({ params }: { params: { entryId?: string } }) => redirect(`/journal/${params.entryId!}`)

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  await asPage((async () => chooseText(viewer, ChooseText.parse({ ...fields(form), entryId: params.entryId! })))())
  return redirect(`/journal/${params.entryId!}`)
}

export { default } from '#app/ui/never-drawn.tsx'
