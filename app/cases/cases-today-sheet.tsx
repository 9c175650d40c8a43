import { CalendarClock, PenLine } from 'lucide-react'
import type { ActionToday, CaseToday } from '#modules/cases/cases-today.server.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { inSentence, sayDay, sayWhen } from '#app/ui/say-when.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'

const words: Record<Exclude<CaseToday['why'], 'overdue'>, string> = { left: 'nobody looks after it', opened: 'somebody opened it', added: 'something was added', assess: 'to be assessed', decide: 'to be decided', sign: 'to be signed', late: 'something is late', read: 'you were brought in', next: 'nothing is under way', chase: 'chase', review: 'to look at again' }

const late: Record<NonNullable<CaseToday['overdue']>, string> = { assessing: 'late: to be assessed', deciding: 'late: to be decided', reviewing: 'late: to look at again', signing: 'late: to be signed', arriving: 'late: no receipt' }

/** On Today: the concerns that need this adult's next step, and what colleagues asked them to do. Whose and since when, never what it is. */
export function CasesTodaySheet({ cases, actions, now }: { cases: readonly CaseToday[]; actions: readonly ActionToday[]; now: Date }) {
  return (
    <Sheet aria-labelledby="cases-today">
      <h2 id="cases-today" className="h3">{cases.length > 0 ? 'Concerns, step by step' : 'Asked of you'}</h2>
      <Rows>
        {cases.map(({ concernId, raisedByName, why, overdue, coversFor, since, isWaiting, silent }) => (
          <Row key={concernId} icon={CalendarClock} tone={isUrgent(why) ? 'signal' : 'sun'} title={`A concern from ${raisedByName ?? 'a mentee'}`}
            detail={silent ? `${silent.agencyName} has not answered since ${inSentence(sayWhen(new Date(silent.askedAt), now))}: chase.` : `${isWaiting ? 'Raised' : 'Taken on'} ${inSentence(sayWhen(new Date(since), now))}.${coversFor ? ` You cover for ${coversFor}.` : ''}`}
            tag={<Tag tone={isUrgent(why) ? 'signal' : 'sun'}>{why === 'overdue' ? late[overdue!] : words[why]}</Tag>} to={`/concerns/${concernId}`} />
        ))}
        {actions.map(({ id, dueOn, byName, coversFor }) => {
          const due = new Date(`${dueOn}T12:00:00Z`)
          return <Row key={id} icon={PenLine} tone="dusk" title={`${byName ?? 'A colleague'} asks ${coversFor ?? 'you'} to do something`} detail={coversFor ? `You cover for ${coversFor}.` : undefined} tag={<Tag tone={due.getTime() < now.getTime() - 43_200_000 ? 'signal' : 'plain'}>by {inSentence(sayDay(due, now))}</Tag>} to={`/actions/${id}`} />
        })}
      </Rows>
    </Sheet>
  )
}

const isUrgent = (why: CaseToday['why']) => why === 'left' || why === 'opened' || why === 'late' || why === 'overdue' || why === 'chase'
