import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { beginRole } from '#modules/vetting/begin-role.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/people/${params.personId ?? ''}`)

/** Lets a role begin that has waited for checks. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const outcome = await asForm(await readForm(request), () => beginRole(viewer, { membershipId: params.membershipId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/people/${outcome.done.personId}`)
}

/** Where the form lands when it could not be done. */
export default function RoleNotBegun() {
  const { personId } = useParams()
  return (
    <Shell back={{ to: `/people/${personId!}`, label: 'The person' }}>
      <PageTitle>It has not begun</PageTitle>
      <Problem message={useActionData<typeof action>()?.message} />
      <ButtonLink to={`/people/${personId!}`}>Back to the person</ButtonLink>
    </Shell>
  )
}
