import { useActionData, useParams } from '@remix-run/react'
import type { Refusal } from '#app/http/refusals.server.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

/** Where a form sent without script lands when it could not be done. What was typed is on it, so that it can be copied. */
export function RoomRefusal() {
  const refusal = useActionData<Refusal>()
  const { meetingId } = useParams()
  const written = refusal?.said.words ?? refusal?.said.reason ?? refusal?.said.word
  return (
    <Shell reading>
      <PageTitle kicker="The room">Not done yet</PageTitle>
      <Problem message={[refusal?.message, ...Object.values(refusal?.fields ?? {})].filter(Boolean).join(' ')} />
      {written && <Sheet tone="sunk"><h2>What you wrote</h2><p>{written}</p></Sheet>}
      <ButtonLink to={`/rooms/${meetingId ?? ''}`}>Back to the room</ButtonLink>
    </Shell>
  )
}
