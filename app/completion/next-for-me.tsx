import { ArrowRight } from 'lucide-react'
import type { Jsonified } from '#app/http/jsonified.ts'
import type { MyReadiness } from '#modules/completion/my-readiness.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { NextCard } from '#app/ui/next-card.tsx'
import { sayNames } from '#app/today/say-count.ts'

type Props = { mine: Jsonified<MyReadiness>; /** Whom they mentor in this setting. */ mentees?: string[]; /** The next top-up, for who is through with the course. */ topUp?: { title: string; to: string } | null }

/** The one thing a mentor does next on the way to being matched; and once they are, what keeps them good at it. */
export function NextForMe({ mine, mentees = [], topUp = null }: Props) {
  const at = `/learn/ready/${mine.organisationId}`
  if (mine.isComplete && mentees.length > 0) return (
    <NextCard kicker={mine.setting} title={`You mentor ${sayNames(mentees)}`}>
      <p>All you needed before is done.{topUp && ` A top-up keeps you good at it. Next: “${topUp.title}”.`}</p>
      {topUp && <Bar><ButtonLink kind="onrope" to={topUp.to}>Go to the top-up <ArrowRight aria-hidden="true" /></ButtonLink></Bar>}
    </NextCard>
  )
  if (mine.isComplete) return <NextCard kicker={mine.setting} title="You are ready"><p>Your youth worker can bring you together with a mentee now. You need to do nothing.</p></NextCard>
  if (mine.next === 'course' && mine.unit) return <Doing kicker={`${mine.setting} · next`} title={mine.unit.title} to={`/learn/${mine.courseSlug}/${mine.unit.slug}`} say="Go to the unit" />
  if (mine.next === 'agreement') return <Doing kicker={`${mine.setting} · next`} title="Read the mentor agreement, and sign it" to={`${at}/agreement`} say="Read it" />
  if (mine.next === 'policy') return <Doing kicker={`${mine.setting} · next`} title="Read the safeguarding policy" to={`${at}/policy`} say="See where it is" />
  return <NextCard kicker={mine.setting} title="Your part is done for now"><p>What is left is for others to do with you. It stands below.</p></NextCard>
}

const Doing = ({ kicker, title, to, say }: { kicker: string; title: string; to: string; say: string }) => (
  <NextCard kicker={kicker} title={title}><Bar><ButtonLink kind="onrope" to={to}>{say} <ArrowRight aria-hidden="true" /></ButtonLink></Bar></NextCard>
)
