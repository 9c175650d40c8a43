import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { publishBadge, PublishBadge } from '#modules/awards/publish-badge.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const loader = ({ context, request }: LoaderFunctionArgs) => toThePage({ context, request }, '/learn/awards')

/** A young person makes their badge public. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', shows = '' } = fields(form)
  const outcome = await asForm(form, () => publishBadge(viewer, PublishBadge.parse({ id, shows, awardId: params.awardId })))
  return 'refused' in outcome ? outcome.refused : redirect('/learn/awards')
}

export default function NotPublished() {
  const refusal = useActionData<typeof action>()
  return <Shell back={{ to: '/learn/awards', label: 'Your certificates and badges' }}><PageTitle>It is not public</PageTitle><Problem message={refusal?.fields.shows ?? refusal?.message} /><ButtonLink to="/learn/awards">Back to your badges</ButtonLink></Shell>
}
