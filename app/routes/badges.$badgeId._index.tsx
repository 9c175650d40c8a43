import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { achievements } from '#modules/awards/achievements.ts'
import { findPublicBadge } from '#modules/awards/find-public-badge.server.ts'
import { NotFound } from '#modules/errors.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { BadgeFacts } from '#app/awards/badge-facts.tsx'
import { StandingNote } from '#app/awards/standing-note.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/awards/awards.css'

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: `${found?.badge?.title ?? 'A badge'} · Belay` }, { name: 'robots', content: 'noindex' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  try {
    const { credential: _credential, ...badge } = await findPublicBadge({ badgeId: params.badgeId ?? '' }, context)
    return { badge }
  } catch (error) {
    if (!(error instanceof NotFound)) return asPage(Promise.reject(error as Error))
    return data({ badge: null }, { status: 404 })
  }
}

export default function BadgePage() {
  const { badge } = useLoaderData<typeof loader>()
  if (!badge) return <Shell><PageTitle>A badge</PageTitle><Sheet aria-label="What we can say"><StandingNote standing="unknown" /><Bar><ButtonLink kind="plain" to="/badges/verify">Check a badge you were sent</ButtonLink></Bar></Sheet></Shell>
  const stands = badge.standing !== 'taken-back'
  return (
    <Shell>
      <PageTitle kicker="A badge">{badge.title}</PageTitle>
      <Sheet aria-label="The badge">
        <div className="badge-page" data-standing={badge.standing}>
          <img src={`/badges/pictures/${badge.kind}.svg`} alt="" width={224} height={224} />
          <StandingNote standing={badge.standing} />
          <BadgeFacts {...badge} />
          <p>{achievements[badge.kind].narrative}</p>
          {stands && <Bar><ButtonLink kind="plain" reloadDocument to={`/badges/${badge.badgeId}/picture.png`}>The badge as a PNG</ButtonLink><ButtonLink kind="plain" reloadDocument to={`/badges/${badge.badgeId}/picture.svg`}>As an SVG</ButtonLink><ButtonLink kind="plain" reloadDocument to={`/badges/${badge.badgeId}/credential`}>For a badge wallet</ButtonLink></Bar>}
        </div>
      </Sheet>
      <p className="small soft">An Open Badge (3.0). It holds no full name, age or school. Whoever earned it chose to show it here, and can take it away again. <a href="/badges/verify">Check a badge you were sent</a></p>
    </Shell>
  )
}
