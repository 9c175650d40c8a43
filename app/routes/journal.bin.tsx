import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Trash2 } from 'lucide-react'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'
import { entries } from '#modules/journals/entries.server.ts'
import '#app/journal/journal.css'

export const meta: MetaFunction = () => [{ title: 'Your bin · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage(entries(viewer, { isBin: true, before: new URL(request.url).searchParams.get('before') }))
}

export default function JournalBin() {
  const { entries, next } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: '/journal', label: 'Journal' }}>
      <div className="journal-page">
        <PageTitle kicker="Journal">Your bin</PageTitle>
        {entries.length === 0 ? <Empty title="Your bin is empty">What you put in the bin will be here for a while, and you can put it back.</Empty> : (
          <Rows label="In the bin">
            {entries.map((entry) => (
              <Row key={entry.entryId} icon={Trash2} title={entry.title || 'Nothing written'} detail={<>Begun <When at={entry.startedAt} day within />{entry.goesAt && <> · gone for good after <When at={entry.goesAt} day within /></>}</>}
                action={<Form method="post" action={`/journal/${entry.entryId}/putting-back`}><Button kind="plain">Put back<span className="visually-hidden"> “{entry.title}”</span></Button></Form>} />
            ))}
          </Rows>
        )}
        {next && <ButtonLink to={`/journal/bin?before=${next}`} kind="plain">Older ones</ButtonLink>}
      </div>
    </Shell>
  )
}
