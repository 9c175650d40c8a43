import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { findMyAward } from '#modules/awards/find-my-award.server.ts'
import { hideBadge } from '#modules/awards/hide-badge.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Confirm } from '#app/people/confirm.tsx'

export const meta: MetaFunction = () => [{ title: 'Make a badge private · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage(findMyAward(viewer, { awardId: params.awardId ?? '' }))
}

/** A young person takes their badge out of public sight. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => hideBadge(viewer, { awardId: params.awardId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect('/learn/awards')
}

export default function HidePage() {
  const refusal = useActionData<typeof action>()
  return (
    <Confirm back={{ to: '/learn/awards', label: 'Your certificates and badges' }} title="Make your badge private?" button="Make it private" message={refusal?.message}>
      <p>Its address will say what it says of a badge that never was. If you have sent the picture to somebody, they still have it; Belay will tell nobody anything about it. You can make it public again whenever you like.</p>
    </Confirm>
  )
}
