import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { takeBackTrainedBefore } from '#modules/completion/take-back-trained-before.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  await requireViewer(context, request)
  return redirect(`/people/${params.personId ?? ''}/trained-before`)
}

/** It was written down by mistake. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  await asPage(takeBackTrainedBefore(viewer, { trainingId: fields(await readForm(request)).trainingId ?? '' }))
  return redirect(`/people/${params.personId ?? ''}/trained-before`)
}
