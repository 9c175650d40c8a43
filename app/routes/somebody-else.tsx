import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireViewer } from '#app/http/session.server.ts'
import { SignOutForm } from '#app/identity/sign-out-form.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Somebody else is signed in here · Belay' }]

/** A page that was opened by somebody else sent its form with this person's session. They are told so, and nothing of what is in it. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { id, name } = await requireViewer(context, request)
  return { id, name, isKept: new URL(request.url).searchParams.get('kept') === 'yes' }
}

export default function SomebodyElsePage() {
  const { id, name, isKept } = useLoaderData<typeof loader>()
  return (
    <Shell reading>
      <PageTitle kicker="Not sent">You are signed in here as {name}</PageTitle>
      <p>That page was opened by somebody else, before you signed in. So it was not sent: it would have had your name on it.</p>
      {isKept
        ? <p><b>What they wrote is kept for them</b>, sealed, for an hour. They get it back when they sign in here again. You do not see it.</p>
        : <p><b>Did you write it?</b> Sign out, and sign in with your own name. What this device has kept for you comes back then. If you do not see it, go back to the page: it may still be there to copy.</p>}
      <Bar><ButtonLink to="/">Go to Today</ButtonLink></Bar>
      <SignOutForm personId={id} />
    </Shell>
  )
}
