import { Link } from '@remix-run/react'
import { Avatar } from '#app/ui/avatar.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { BarFigure } from '#app/ui/bar-figure.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'
import type { Cohort } from './cohort.ts'
import './cohort-people.css'

/** Who trains it, who has a place and who waits: those the viewer may know of, and for the rest a number. */
export function CohortPeople({ cohort, meId }: { cohort: Cohort; meId: string }) {
  const held = cohort.sittings.filter(({ isOver }) => isOver).length
  const off = (personId: string) => `/cohorts/${cohort.id}/people/${personId}/leaving`
  const unseen = cohort.placedCount - cohort.learners.length
  return (
    <>
      <Sheet>
        <BarFigure label="Places taken" count={cohort.placedCount} of={cohort.places} />
        {cohort.trainers.length > 0 && <><h3>Trainers</h3><Rows>{cohort.trainers.map((person) => <Row key={person.id} icon={<Avatar name={person.fullName} size="small" />} title={person.fullName} />)}</Rows></>}
      </Sheet>
      <Sheet>
        <h2>{cohort.learners.length === cohort.placedCount ? 'On the register' : 'Whom you know on it'}</h2>
        {cohort.learners.length === 0 && <p className="soft">{cohort.placedCount === 0 ? 'Nobody has a place yet.' : 'The others’ names are for those who run it.'}</p>}
        <Rows>
          {cohort.learners.map((person) => (
            <Row key={person.id} icon={<Avatar name={person.fullName} size="small" />} title={person.id === meId ? 'You' : person.fullName}
              detail={[person.from, (cohort.can.run || person.canTakeOff) && held > 0 && `at ${person.attended} of ${held}`].filter(Boolean).join(' · ')}
              action={person.canTakeOff && <Link className="take-off small" to={off(person.id)} aria-label={person.id === meId ? 'Leave the cohort' : `Take ${person.fullName} off`}>{person.id === meId ? 'Leave' : 'Take off'}</Link>} />
          ))}
        </Rows>
        {cohort.learners.length > 0 && unseen > 0 && <p className="soft small">And {unseen} {unseen === 1 ? 'other' : 'others'}.</p>}
      </Sheet>
      {(cohort.waiting.length > 0 || cohort.waitingCount > 0) && (
        <Sheet tone="sunk">
          <h2>Waiting for a place</h2>
          {cohort.waiting.length === 0 && <p>{cohort.waitingCount} {cohort.waitingCount === 1 ? 'person waits' : 'people wait'}.</p>}
          <Rows ordered>
            {cohort.waiting.map((person, at) => (
              <Row key={person.id} icon={<Avatar name={person.fullName} size="small" />} title={person.id === meId ? 'You' : person.fullName} detail={<>On the list since <When at={person.askedAt} day within /></>}
                tag={cohort.can.run && at === 0 ? <Tag tone="sun">next</Tag> : undefined}
                action={person.canTakeOff && <Link className="take-off small" to={off(person.id)} aria-label={person.id === meId ? 'Stop waiting' : `Take ${person.fullName} off the list`}>{person.id === meId ? 'Stop waiting' : 'Take off'}</Link>} />
            ))}
          </Rows>
          {cohort.can.run && cohort.waiting.length > 0 && <Bar><ButtonLink kind="plain" to={`/cohorts/${cohort.id}/places`}>Make more places</ButtonLink></Bar>}
        </Sheet>
      )}
    </>
  )
}
