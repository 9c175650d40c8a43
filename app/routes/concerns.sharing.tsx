import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { sharingLog } from '#modules/cases/sharing-log.server.ts'
import { SharedRow } from '#app/cases/shared-row.tsx'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'What was shared · Belay' }]

const pageful = 50

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => {
    const before = z.coerce.date().safeParse(new URL(request.url).searchParams.get('before') ?? undefined).data
    const entries = await sharingLog(viewer, { before, take: pageful })
    return { entries, isEarlier: before !== undefined, isNamed: new Set(entries.map((entry) => entry.organisationName)).size > 1, earlier: entries.length === pageful ? entries.at(-1)!.at.toISOString() : null }
  })())
}

export default function SharingLog() {
  const { entries, isEarlier, isNamed, earlier } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: '/concerns', label: 'Concerns' }}>
      <PageTitle kicker={isEarlier ? 'Earlier' : 'Concerns'}>What was shared, and what was not</PageTitle>
      <p>With whom, when and on what ground, out of every concern you can open. What was said stands in the concern itself.</p>
      {entries.length === 0
        ? <Empty title="What is shared will be here">From the page of a concern you write down what was shared with whom, and what you decided not to share.</Empty>
        : (
          <Sheet><Rows label="What was shared">{entries.map((entry) => (
            <SharedRow key={entry.id} entry={entry} to={`/concerns/${entry.concernId}`} detail={<>{isNamed && <>{entry.organisationName}. </>}A concern from {entry.raisedByName ?? 'a mentee'}. </>} />
          ))}</Rows></Sheet>
        )}
      {earlier && <p><Link to={`/concerns/sharing?before=${encodeURIComponent(earlier)}`}>Earlier</Link></p>}
    </Shell>
  )
}
