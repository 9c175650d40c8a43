import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { sayNames } from '#app/journal/names.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { binKeeps } from '#modules/journals/bin-keeps.server.ts'
import { binEntry } from '#modules/journals/bin-entry.server.ts'
import { titleOf } from '#modules/journals/body.ts'
import { findEntry } from '#modules/journals/find-entry.server.ts'
import '#app/journal/journal.css'

export const meta: MetaFunction = () => [{ title: 'Put an entry in the bin · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { entryId, body, shares } = await asPage(findEntry(viewer, { entryId: params.entryId! }))
  return { entryId, title: titleOf(body), keeps: await binKeeps(viewer), readers: shares.filter((share) => !share.takenBackAt).map(({ withName }) => withName) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  await asPage(binEntry(viewer, { entryId: params.entryId! }))
  return redirect('/journal')
}

export default function Bin() {
  const { entryId, title, keeps, readers } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: `/journal/${entryId}`, label: 'Your entry' }}>
      <div className="journal-page">
        <PageTitle kicker="Put in the bin">{title ? `“${title}”` : 'An empty entry'}</PageTitle>
        <p>It goes from your journal to your bin. For {keeps} days you can put it back; then it is gone for good.{readers.length > 0 && ` ${sayNames(readers)} will not be able to read it any more.`}</p>
        <Form method="post"><Bar><Button>Put it in the bin</Button><ButtonLink to={`/journal/${entryId}`} kind="plain">Keep it</ButtonLink></Bar></Form>
      </div>
    </Shell>
  )
}
