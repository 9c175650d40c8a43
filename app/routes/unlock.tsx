import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Lock } from 'lucide-react'
import { hasPasskey } from '#modules/identity/has-passkey.server.ts'
import { onceIn } from '#app/http/kept-form.server.ts'
import { prove } from '#app/http/prove.server.ts'
import { ownPath, requireHalfway } from '#app/http/session.server.ts'
import { ProveForm } from '#app/identity/prove-form.tsx'
import { SignOutForm } from '#app/identity/sign-out-form.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Covered · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const standing = await requireHalfway(context, request)
  const next = ownPath(new URL(request.url).searchParams.get('next'))
  if (standing.state !== 'locked') throw redirect(standing.state === 'second-factor' ? `/second-factor?next=${encodeURIComponent(next)}` : await onceIn(request, next))
  return { next, provesWith: standing.provesWith, personId: standing.viewer.id, name: standing.viewer.name, hasPasskey: await hasPasskey(standing.viewer) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  return prove(await requireHalfway(context, request), context, request)
}

export default function UnlockPage() {
  const { next, provesWith, personId, name, hasPasskey: has } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell>
      <PageTitle kicker="You are still signed in">Welcome back, {name}</PageTitle>
      <Sheet>
        <p className="with-icon"><Lock aria-hidden="true" /> Belay covered this page because nothing moved for a while. Show that it is you, and it opens where you were.</p>
        <ProveForm action="/unlock" next={next} provesWith={provesWith} hasPasskey={has} refusal={refusal} verb="Open it again" />
      </Sheet>
      <SignOutForm personId={personId} />
    </Shell>
  )
}
