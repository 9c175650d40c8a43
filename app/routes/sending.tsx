import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { keptForms } from '#modules/identity/kept-forms.server.ts'
import { keptIds } from '#app/http/kept-form.server.ts'
import { ownPath, requireViewer } from '#app/http/session.server.ts'
import { KeptForm } from '#app/identity/kept-form.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'You were sending something · Belay' }]

/** What this person was sending when their session ended. For anybody else there is nothing here. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const next = ownPath(new URL(request.url).searchParams.get('next'))
  const kept = await keptForms(viewer, await keptIds(request))
  if (kept.length === 0) throw redirect(next)
  return { kept, next }
}

export default function SendingPage() {
  const { kept, next } = useLoaderData<typeof loader>()
  return (
    <Shell reading>
      <PageTitle kicker="Nothing was lost">You were sending something</PageTitle>
      <p>You were signed out while you were sending. Belay kept what you wrote, sealed, for you alone.</p>
      {kept.map((form) => (
        <Sheet key={form.id}>
          <KeptForm form={form} sendsItself={kept.length === 1} />
          <Form method="post" action={`/sending/${form.id}/discard`}><input type="hidden" name="next" value={next} /><Button kind="plain" type="submit">Throw it away</Button></Form>
        </Sheet>
      ))}
      <Bar><ButtonLink kind="plain" to={next}>Not now</ButtonLink></Bar>
    </Shell>
  )
}
