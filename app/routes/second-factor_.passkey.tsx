import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { addPasskey } from '#modules/identity/add-passkey.server.ts'
import { onceIn } from '#app/http/kept-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { ownPath, requireHalfway, setSession } from '#app/http/session.server.ts'
import { NewPasskey } from '#app/identity/new-passkey.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'


export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = await requireHalfway(context, request)
  const form = await readForm(request)
  const { ceremonyId, answer, name, next } = fields(form)
  const outcome = await asForm(form, () => addPasskey(viewer, { ceremonyId: ceremonyId ?? '', answer: answer ?? '', name: name ?? '' }))
  if ('refused' in outcome) return outcome.refused
  return redirect(await onceIn(request, ownPath(next)), { headers: { 'Set-Cookie': await setSession(outcome.done.token) } })
}

export default function PasskeyStep() {
  const refusal = useActionData<typeof action>()
  return <Shell><PageTitle>Set up a second factor</PageTitle><Sheet><NewPasskey action="/second-factor/passkey" next="/" refusal={refusal} /></Sheet></Shell>
}
