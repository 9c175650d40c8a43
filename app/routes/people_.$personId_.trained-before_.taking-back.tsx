import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { takeBackTrainedBefore } from '#modules/completion/take-back-trained-before.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/people/${params.personId ?? ''}/trained-before`)

/** It was written down by mistake. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  await asPage(takeBackTrainedBefore(viewer, { trainingId: fields(await readForm(request)).trainingId ?? '' }))
  return redirect(`/people/${params.personId ?? ''}/trained-before`)
}

export { default } from '#app/ui/never-drawn.tsx'
