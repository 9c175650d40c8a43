import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { claimBatches } from '#modules/claims/claim-batches.server.ts'
import { keptLongEnough } from '#modules/claims/kept-long-enough.server.ts'
import { standsOnNothing } from '#modules/claims/stands-on-nothing.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { sayStandings } from '#app/claims/standings.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PagesOf } from '#app/ui/pages-of.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Claims · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  const [page, onNothing, kept] = await asPage(Promise.all([claimBatches(viewer, { after }), after ? [] : standsOnNothing(viewer), after ? [] : keptLongEnough(viewer)]))
  return { ...page, onNothing, kept, isFirst: !after }
}

export default function ClaimsPage() {
  const { batches, next, toClaim, onNothing, kept, isFirst } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: '/specifications', label: 'Specifications' }}>
      <PageTitle kicker="Certificates from the awarding body">Claims</PageTitle>
      <Bar><ButtonLink kind="plain" to="/claims/templates">How the tables are laid out</ButtonLink></Bar>
      {onNothing.length > 0 && (
        <Sheet aria-labelledby="on-nothing"><h2 id="on-nothing">Claimed for, and no longer signed off</h2>
          <p>A quality assurer struck the sign-off through. Speak to them, and to the awarding body where the claim has gone out.</p>
          <Rows>{onNothing.map((one) => <Row key={one.claimId} to={one.isAwarded ? `/assessment/${one.registrationId}/certificate` : `/claims/${one.batchId}`} title={one.name} tone="sun" tag={one.isAwarded ? 'A certificate was made out' : undefined} detail={<>{one.title}. Struck through <When at={one.struckAt} within />.</>} />)}</Rows>
        </Sheet>
      )}
      <Sheet aria-labelledby="to-claim"><h2 id="to-claim">Who can be claimed for</h2>
        {toClaim.length === 0 ? <Empty title="Your learners will be here">Register them on a specification first. When they have met everything and a quality assurer has signed them off, you claim for them here.</Empty> : (
          <Rows>{toClaim.map((one) => (
            <Row key={`${one.specificationId} ${one.organisationId}`} to={`/claims/new?organisation=${one.organisationId}&specification=${one.specificationId}`} title={one.title} tone={one.ready > 0 ? 'dusk' : 'plain'}
              tag={one.ready > 0 ? `${one.ready} signed off` : undefined} detail={`${one.where}, version ${one.version}. ${one.registered} registered.${one.isExample ? ' An example: it leads to no certificate.' : ''}`} />
          ))}</Rows>
        )}
      </Sheet>
      <Sheet aria-labelledby="batches"><h2 id="batches">Batches, the newest first</h2>
        {batches.length === 0 ? <Empty title="Your batches will be here">A batch is the learners you claim for together. Make one above.</Empty> : (
          <Rows>{batches.map((batch) => <Row key={batch.id} to={`/claims/${batch.id}`} title={`${batch.title}, version ${batch.version}`} tone={batch.queried > 0 ? 'sun' : 'plain'} tag={batch.queried > 0 ? 'Something was asked' : undefined}
            detail={<>{batch.where}, made <When at={batch.madeAt} within />. {sayStandings(batch)}</>} />)}</Rows>
        )}
        <PagesOf to="/claims" next={next} isFirst={isFirst} />
      </Sheet>
      {kept.length > 0 && (
        <Sheet aria-labelledby="kept"><h2 id="kept">Kept for as long as it has to be</h2>
          <p>The awarding body does not ask for the evidence and decisions of these learners any more. Nothing goes by itself: decide with whoever looks after data in your setting.</p>
          <Rows>{kept.map((one) => <Row key={one.registrationId} to={`/assessment/${one.registrationId}`} title={one.name} tone="dusk" tag={one.isHeld ? 'Held: it stays' : undefined} detail={<>{one.title}, {one.where}. Ended <When at={one.endedAt} day within />, due since <When at={one.dueAt} day within />.</>} />)}</Rows>
        </Sheet>
      )}
    </Shell>
  )
}
