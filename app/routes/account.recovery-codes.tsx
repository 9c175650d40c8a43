import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { makeRecoveryCodes } from '#modules/identity/make-recovery-codes.server.ts'
import { signInMethods } from '#modules/identity/sign-in-methods.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { AccountFrame } from '#app/identity/account-frame.tsx'
import { RecoveryCodes } from '#app/identity/recovery-codes.tsx'
import { Button } from '#app/ui/button.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction = () => [{ title: 'Recovery codes · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  return { left: (await signInMethods(viewer)).recoveryCodesLeft }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const outcome = await asForm(await readForm(request), () => makeRecoveryCodes(viewer))
  return 'refused' in outcome ? outcome.refused : data({ codes: outcome.done })
}

export default function RecoveryCodesPage() {
  const { left } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <AccountFrame title="Recovery codes">
      <Sheet>
        {answer && 'codes' in answer ? <RecoveryCodes codes={answer.codes} next="/account" label="I have them safe" /> : (
          <>
            <Problem message={answer?.message} />
            <p>A recovery code lets you in once when your phone is lost. {left > 0 ? `You have ${left} left. New ones replace them.` : 'You have none.'}</p>
            <Form method="post"><Button type="submit">Make ten new codes</Button></Form>
          </>
        )}
      </Sheet>
    </AccountFrame>
  )
}
