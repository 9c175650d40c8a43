import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { takeBackThirteenOrOlder } from '#modules/organisations/thirteen-or-older.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/people/${params.personId ?? ''}/age`)

/** It was said by mistake. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  await asPage(takeBackThirteenOrOlder(viewer, { id: fields(await readForm(request)).id ?? '' }))
  return redirect(`/people/${params.personId ?? ''}/age`)
}

export { default } from '#app/ui/never-drawn.tsx'
