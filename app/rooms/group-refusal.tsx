import { useActionData, useParams } from '@remix-run/react'
import type { Refusal } from '#app/http/refusals.server.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Shell } from '#app/ui/shell.tsx'

/** Where a form sent without script lands when it could not be done. */
export function GroupRefusal() {
  const refusal = useActionData<Refusal>()
  const { groupId } = useParams()
  return (
    <Shell>
      <PageTitle kicker="The group">Not done yet</PageTitle>
      <Problem message={[refusal?.message, ...Object.values(refusal?.fields ?? {})].filter(Boolean).join(' ')} />
      <ButtonLink to={`/rooms/groups/${groupId ?? ''}`}>Back to the group</ButtonLink>
    </Shell>
  )
}
