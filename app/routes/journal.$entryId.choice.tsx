import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { toThePage } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { ChooseText, chooseText } from '#modules/journals/choose-text.server.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/journal/${params.entryId!}`)

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  await asPage((async () => chooseText(viewer, ChooseText.parse({ ...fields(form), entryId: params.entryId! })))())
  return redirect(`/journal/${params.entryId!}`)
}

export { default } from '#app/ui/never-drawn.tsx'
