import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findBatch } from '#modules/claims/find-batch.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { ClaimOf } from '#app/claims/claim-of.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'
import '#app/claims/claims.css'

export const meta: MetaFunction = () => [{ title: 'A batch of claims · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage(findBatch(viewer, { batchId: params.batchId ?? '' }))
}

export default function BatchPage() {
  const { id, where, specification, madeAt, madeBy, template, claims } = useLoaderData<typeof loader>()
  const drafts = claims.filter(({ standing }) => standing === 'draft')
  const waits = claims.filter(({ standing }) => standing === 'draft' || standing === 'sent')
  const stuck = drafts.filter(({ missing }) => missing.length > 0)
  return (
    <Shell back={{ to: '/claims', label: 'Claims' }}>
      <PageTitle kicker={`${where} · ${specification.title}, version ${specification.version}`}>{claims.length === 1 ? 'A claim for 1 learner' : `A claim for ${claims.length} learners`}</PageTitle>
      <p className="soft">{madeBy} made it <When at={madeAt} within />. Laid out as “{template.name}”.</p>
      {specification.isExample && <Note tone="sun">This is an example specification. Send this to nobody.</Note>}
      {stuck.length > 0 && <Note tone="sun">Something has changed for {stuck.map(({ name }) => name).join(', ')}. Put it right or take them out; then the batch can go.</Note>}
      {claims.length > 0 && (
        <Sheet aria-labelledby="file"><h2 id="file">The file</h2>
          <p>{waits.length > 0 ? `It holds the ${waits.length === 1 ? 'one learner' : `${waits.length} learners`} not answered yet.` : 'It holds everybody in this batch.'} It is laid out as the awarding body asks{template.hasByteOrderMark ? ', and opens in Excel as it is' : ''}.</p>
          <details><summary>For whoever uploads it</summary><p className="small">A table as text (CSV, UTF-8{template.hasByteOrderMark ? ' with the mark Excel looks for' : ''}), its lines ended by CR LF. A cell that could be taken for a formula begins with an apostrophe.</p></details>
          <Reads><b>You, and the coordinators of {where}.</b> Each time the file is taken, it is on record who took it.</Reads>
          <Bar>
            <ButtonLink kind={drafts.length > 0 ? 'main' : 'plain'} to={`/claims/${id}/file`} reloadDocument>Take the file</ButtonLink>
            {drafts.length > 0 && <ButtonLink kind="plain" to={`/claims/${id}/sending`}>I have sent it</ButtonLink>}
          </Bar>
        </Sheet>
      )}
      <Sheet aria-labelledby="learners"><h2 id="learners">Learners</h2>
        {claims.length === 0 ? <Empty title="Nobody is in this batch">Everybody was taken out. Make another from the page of claims.</Empty> : <ul className="claim-list">{claims.map((claim) => <ClaimOf key={claim.id} batchId={id} claim={claim} />)}</ul>}
      </Sheet>
    </Shell>
  )
}
