import { Form } from '@remix-run/react'
import { Award, Footprints, Grid3x3, KeyRound, UserRoundPlus } from 'lucide-react'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { LinkRow } from '#app/ui/link-row.tsx'
import { NextCard } from '#app/ui/next-card.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'
import type { Cohort } from './cohort.ts'
import { CohortPeople } from './cohort-people.tsx'
import { patternNames } from './mark-names.ts'
import { Timetable } from './timetable.tsx'

type Props = { cohort: Cohort; back: { to: string; label: string }; meId: string; canSend?: boolean; openCodes?: number; /** May they see how far the learners are? */ canFollow?: boolean; /** May they give the certificates? */ canAward?: boolean; /** May they see what the learners have shown? */ canLookOver?: boolean }

/** A cohort: what is next, its timetable and its people, as far as they are the viewer's to see. */
export function CohortPage({ cohort, back, meId, canSend = false, openCodes = 0, canFollow = false, canAward = false, canLookOver = false }: Props) {
  const next = cohort.sittings.find((sitting) => !sitting.isOver && !sitting.isCalledOff)
  const here = `/cohorts/${cohort.id}`
  const teaches = cohort.kind === 'mentors' && cohort.mine?.part === 'trainer'
  return (
    <Shell back={back} aside={<CohortPeople cohort={cohort} meId={meId} />}>
      <PageTitle kicker={`${cohort.where} · ${patternNames[cohort.pattern]}`}>{cohort.name}</PageTitle>
      {cohort.closed && <Note>{cohort.closed.by ?? 'A colleague'} closed this course, <When at={cohort.closed.at} within />. Who was on it and who was there stays on record.</Note>}
      {next && (
        <NextCard kicker={next.covers.length === 1 ? `Session ${next.covers[0]} of 5` : `Sessions ${next.covers[0]} to ${next.covers.at(-1)}`} title={<>{next.title}: <When at={next.startsAt} within /></>}>
          <p>{next.place}, {next.minutes} minutes. {cohort.placedCount} on the register.</p>
          {cohort.can.run && (
            <Bar>
              {teaches && <ButtonLink kind="onrope" to={`${here}/sessions/${next.id}/teaching`}>Teach it</ButtonLink>}
              <ButtonLink kind={teaches ? 'plain' : 'onrope'} to={`${here}/sittings/${next.id}`}>Open the register</ButtonLink>
            </Bar>
          )}
        </NextCard>
      )}
      {cohort.mine?.isWaiting && <Note tone="sun">You are on the waiting list. As soon as somebody leaves, the next in line gets the place. You need to do nothing.</Note>}
      {cohort.can.ask && (
        <Form method="post" action={`${here}/place`}>
          <p>{cohort.placedCount < cohort.places ? `There is room: ${cohort.places - cohort.placedCount} of ${cohort.places} places are free.` : 'Every place is taken. You can wait for one.'}</p>
          <Button type="submit">{cohort.placedCount < cohort.places ? 'Take a place' : 'Wait for a place'}</Button>
        </Form>
      )}
      {(canFollow || canLookOver || canAward) && <Sheet><Rows>{canFollow && <LinkRow icon={Footprints} title="How everybody is getting on" detail={cohort.kind === 'mentors' ? 'Who is how far, who may be stuck, who is ready to meet a mentee' : 'Who is how far, and who may be stuck'} to={`${here}/learners`} />}{canLookOver && <LinkRow icon={Grid3x3} title="What they have shown" detail="Each learner’s units: met, with the assessor, still to show" to={`${here}/matrix`} />}{canAward && <LinkRow icon={Award} title="Certificates" detail="Who has done all of it, and who has theirs" to={`${here}/certificates`} />}</Rows></Sheet>}
      <Timetable cohort={cohort} />
      {!cohort.isOver && (cohort.can.run || canSend) && (
        <Bar>
          {cohort.can.run && <ButtonLink kind="plain" to={`${here}/people`}><UserRoundPlus aria-hidden="true" />Add people</ButtonLink>}
          {canSend && <ButtonLink kind="plain" to={`/trainers/${cohort.id}/people`}><UserRoundPlus aria-hidden="true" />Send somebody</ButtonLink>}
          {cohort.can.run && cohort.kind === 'mentors' && <ButtonLink kind="plain" to={`${here}/join-code`}><KeyRound aria-hidden="true" />Join code{openCodes > 0 ? ` (${openCodes} open)` : ''}</ButtonLink>}
          {cohort.can.run && <ButtonLink kind="plain" to={`${here}/places`}>Change the places</ButtonLink>}
          {cohort.can.close && <ButtonLink kind="plain" to={`${here}/closing`}>Close the course</ButtonLink>}
        </Bar>
      )}
    </Shell>
  )
}
