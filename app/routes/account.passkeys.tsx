import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addPasskey } from '#modules/identity/add-passkey.server.ts'
import { signInMethods } from '#modules/identity/sign-in-methods.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { requireRecentProof, setSession } from '#app/http/session.server.ts'
import { AccountFrame } from '#app/identity/account-frame.tsx'
import { NewPasskey } from '#app/identity/new-passkey.tsx'
import { PasskeyRow } from '#app/identity/passkey-row.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction = () => [{ title: 'Passkeys · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  return { passkeys: (await signInMethods(viewer)).passkeys }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const form = await readForm(request)
  const { ceremonyId, answer, name } = fields(form)
  const outcome = await asForm(form, () => addPasskey(viewer, { ceremonyId: ceremonyId ?? '', answer: answer ?? '', name: name ?? '' }))
  if ('refused' in outcome) return outcome.refused
  return redirect('/account/passkeys', { headers: { 'Set-Cookie': await setSession(outcome.done.token) } })
}

export default function PasskeysPage() {
  const { passkeys } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <AccountFrame title="Passkeys">
      <Sheet aria-labelledby="there">
        <h2 id="there">The ones you have</h2>
        {passkeys.length === 0 ? <Empty title="No passkeys yet">Your phones and computers stand here once you make a passkey on them.</Empty>
          : <Rows>{passkeys.map((passkey) => <PasskeyRow key={passkey.id} {...passkey} />)}</Rows>}
      </Sheet>
      <Sheet><h2>Add this device</h2><NewPasskey action="/account/passkeys" next="/account/passkeys" refusal={refusal} /></Sheet>
    </AccountFrame>
  )
}
