import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasPasskey } from '#modules/identity/has-passkey.server.ts'
import { prove } from '#app/http/prove.server.ts'
import { ownPath, requireStanding } from '#app/http/session.server.ts'
import { ProveForm } from '#app/identity/prove-form.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Is it you? · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer, provesWith } = await requireStanding(context, request)
  return { next: ownPath(new URL(request.url).searchParams.get('next')), provesWith, hasPasskey: await hasPasskey(viewer) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  return prove(await requireStanding(context, request), context, request)
}

export default function StepUpPage() {
  const { next, provesWith, hasPasskey: has } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/', label: 'Today' }}>
      <PageTitle>Is it you?</PageTitle>
      <Sheet>
        <p>What comes next is kept closer than the rest. Show once more that it is you; it counts for 15 minutes.</p>
        <ProveForm action="/step-up" next={next} provesWith={provesWith} hasPasskey={has} refusal={refusal} verb="Go on" />
      </Sheet>
    </Shell>
  )
}
