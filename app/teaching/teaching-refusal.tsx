import { useActionData, useParams } from '@remix-run/react'
import type { Refusal } from '#app/http/refusals.server.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

/** Where a form sent without script lands when it could not be done. What was written is on it, so that it can be copied. */
export function TeachingRefusal() {
  const refusal = useActionData<Refusal>()
  const { cohortId, sessionId } = useParams()
  const back = sessionId ? `/cohorts/${cohortId ?? ''}/sessions/${sessionId}/teaching` : '/learn/now'
  const written = refusal?.said.words
  return (
    <Shell reading>
      <PageTitle kicker="In the room">Not done yet</PageTitle>
      <Problem message={[refusal?.message, ...Object.values(refusal?.fields ?? {})].filter(Boolean).join(' ')} />
      {written && <Sheet tone="sunk"><h2>What you wrote</h2><p>{written}</p></Sheet>}
      <ButtonLink to={back}>Back to the session</ButtonLink>
    </Shell>
  )
}
