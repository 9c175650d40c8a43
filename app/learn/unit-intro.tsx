import type { UnitSeen } from '#modules/learning/find-unit-for-learner.server.ts'
import { Button } from '#app/ui/button.tsx'
import { NextCard } from '#app/ui/next-card.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Shell } from '#app/ui/shell.tsx'

/** Before a unit is begun: what it is, how long it takes, who sees what. */
export function UnitIntro({ seen }: { seen: UnitSeen }) {
  const { course, session, unit } = seen
  return (
    <Shell reading back={{ to: `/learn/${course.slug}`, label: session ? `Session ${session.number}` : 'The course' }}>
      <PageTitle kicker={session ? `Session ${session.number} of ${session.sessions}: ${session.title}` : course.title}>{unit.title}</PageTitle>
      <p>{unit.summary}</p>
      <NextCard kicker={`${unit.cards.length} short cards, about ${unit.minutes} minutes`} title="Ready when you are">
        <p>Stop whenever you like. You can go on from the same card, on this phone or another.</p>
        <form method="post" action={`/learn/${course.slug}/${unit.slug}/start`}><Button kind="onrope">Begin</Button></form>
      </NextCard>
      <Reads><b>Your trainers, youth workers and coordinator</b> see how far you are. <b>Only you</b> see what you choose and write.</Reads>
    </Shell>
  )
}
