import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { awardForParentsYes, sayParentAgreed } from '#modules/awards/say-parent-agreed.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Confirm } from '#app/people/confirm.tsx'

export const meta: MetaFunction = () => [{ title: 'A parent said yes · Belay' }]

/** A youth worker writes it down too, who has no page of certificates to go back to. */
const backOf = ({ from, personId, name }: { from: { cohortId: string | null; registrationId: string | null } | null; personId: string; name: string }) =>
  from ? { to: from.cohortId ? `/cohorts/${from.cohortId}/certificates` : `/assessment/${from.registrationId ?? ''}/certificate`, label: 'Certificates' } : { to: `/people/${personId}`, label: name }

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage(awardForParentsYes(viewer, { awardId: params.awardId ?? '' }))
}

/** An adult writes down that a parent or carer said yes. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const award = await asPage(awardForParentsYes(viewer, { awardId: params.awardId ?? '' }))
  const outcome = await asForm(form, () => sayParentAgreed(viewer, { awardId: params.awardId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(backOf(award).to)
}

export default function ParentsYesPage() {
  const award = useLoaderData<typeof loader>()
  const { name, personId, isAgeKnown } = award
  const refusal = useActionData<typeof action>()
  return (
    <Confirm back={backOf(award)} title="Has a parent or carer said yes?" button="They said yes to me" message={refusal?.message}>
      <p>{isAgeKnown ? `${name} is under 13.` : `Belay does not know how old ${name} is.`} Before they can show their badge to anybody, a parent or carer says yes to you. You do not make it public: {name} still chooses. That you wrote this down, and when, stays on record.</p>
      {!isAgeKnown && <p>Do you know that {name} is 13 or older? Then nobody else has to say yes: <Link to={`/people/${personId}/age`}>say that instead</Link>.</p>}
    </Confirm>
  )
}
