import { BookOpen, Check, ClipboardList, Users } from 'lucide-react'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { State } from '#modules/learning/place-in-unit.ts'
import './session-part.css'

type Session = { number: number; title: string; summary: string; units: { slug: string; title: string; summary: string; minutes: number; state: State; cardsDone: number; cards: number; minutesLeft: number }[] }

/** One session of a course: what it is about, and the units of it one can do here. */
export function SessionPart({ session, courseSlug, isLearner, guide }: { session: Session; courseSlug: string; isLearner: boolean; /** Its guide's slug, for who may read it. */ guide?: string }) {
  return (
    <Sheet aria-labelledby={`session-${session.number}`}>
      <div className="session-head">
        <span className="session-number" aria-hidden="true">{session.number}</span>
        <div><h2 id={`session-${session.number}`}><span className="visually-hidden">Session {session.number}: </span>{session.title}</h2><p className="soft small">{session.summary}</p></div>
      </div>
      {session.units.length === 0
        ? <p className="session-room soft small"><Users aria-hidden="true" /><span>This one is taught in the room. Your trainer opens it on the day.</span></p>
        : <UnitRows units={session.units} courseSlug={courseSlug} isLearner={isLearner} />}
      {guide && <Bar><ButtonLink kind="plain" to={`/learn/${courseSlug}/guide/${guide}`}><ClipboardList aria-hidden="true" /> Guide to teaching it</ButtonLink></Bar>}
    </Sheet>
  )
}

export const UnitRows = ({ units, courseSlug, isLearner }: { units: Session['units']; courseSlug: string; isLearner: boolean }) => (
  <Rows>{units.map((unit) => <Row key={unit.slug} icon={unit.state === 'finished' ? Check : BookOpen} tone="rope" title={unit.title} to={`/learn/${courseSlug}/${unit.slug}`} detail={detailOf(unit, isLearner)} tag={isLearner ? tagOf(unit.state) : undefined} />)}</Rows>
)

const detailOf = ({ state, cards, cardsDone, minutes, minutesLeft }: Session['units'][number], isLearner: boolean) =>
  !isLearner || state === 'not-begun' ? `${cards} cards, about ${minutes} minutes` : state === 'finished' ? 'Open it again whenever you like' : `${cardsDone} of ${cards} cards, about ${minutesLeft} minutes left`

const tagOf = (state: State) => (state === 'finished' ? <Tag tone="rope">Finished</Tag> : state === 'under-way' ? <Tag tone="sun">Under way</Tag> : undefined)
