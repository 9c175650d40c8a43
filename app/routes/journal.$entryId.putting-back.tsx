import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { toThePage } from '#app/http/form-address.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { putBackEntry } from '#modules/journals/bin-entry.server.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) => toThePage({ context, request }, '/journal/bin')

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  await asPage(putBackEntry(viewer, { entryId: params.entryId! }))
  return redirect(`/journal/${params.entryId!}`)
}

export { default } from '#app/ui/never-drawn.tsx'
