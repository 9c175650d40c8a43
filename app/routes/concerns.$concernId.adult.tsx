import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { foundInConcern } from '#modules/adults/found-in-concern.server.ts'
import { shareAdultConcern } from '#modules/adults/share-adult-concern.server.ts'
import type { ShareAdultConcern } from '#modules/adults/share-fields.ts'
import { WriteDownAdult } from '#app/adults/write-down-adult.tsx'
import { loadStep } from '#app/cases/step.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { keptFromOf } from '#app/worried/concern-fields.server.ts'

export const meta: MetaFunction = () => [{ title: 'It is about an adult · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(args.context, args.request)
  const { id, now } = await loadStep(args, 'pointed')
  return { id, concernId: now.concernId, meId: viewer.id, places: await foundInConcern(viewer, now.concernId) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => shareAdultConcern(viewer, { ...fields(form), keptFrom: form.getAll('keptFrom'), concernId: params.concernId! } as ShareAdultConcern))
  if ('refused' in outcome) {
    outcome.refused.data.said.keptFrom = keptFromOf(form)
    return outcome.refused
  }
  return redirect(`/concerns/${params.concernId!}`)
}

export default function AboutAnAdult() {
  const { id, concernId, meId, places } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: `/concerns/${concernId}`, label: 'The concern' }}>
      <PageTitle>It is about an adult too</PageTitle>
      <p>What it says about the adult goes into the register of concerns about adults. Here stays a line that points there, without a name.</p>
      <WriteDownAdult id={id} meId={meId} places={places} about={`adult/found/${concernId}`} refusal={useActionData<typeof action>()} isFound />
    </Shell>
  )
}
