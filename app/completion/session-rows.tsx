import { Form } from '@remix-run/react'
import { CalendarCheck, CalendarClock, CalendarX } from 'lucide-react'
import type { Jsonified } from '#app/http/jsonified.ts'
import type { findLearner } from '#modules/completion/find-learner.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'

type Learner = Jsonified<Awaited<ReturnType<typeof findLearner>>>
type State = Learner['sessions'][number]['state']

const said: Record<State, string> = { there: 'there', 'made-up': 'made up', missed: 'missed', 'talked-over': 'talked over', 'no-mark': 'no mark yet', 'to-come': 'to come' }
const tone = (state: State) => (state === 'there' || state === 'made-up' ? 'rope' : state === 'missed' || state === 'talked-over' ? 'sun' : 'plain')

/** The sessions of the course for one learner; a missed one can be written down as talked over. */
export const SessionRows = ({ learner, ids }: { learner: Learner; ids: readonly string[] }) => (
  <Rows label="Sessions">
    {learner.sessions.map((session, at) => (
      <Row key={session.number} icon={tone(session.state) === 'rope' ? CalendarCheck : session.state === 'to-come' ? CalendarClock : CalendarX} tone={tone(session.state)} title={`${session.number}. ${session.title}`}
        detail={<>{session.unitsDone} of {session.units} units done{session.talkedOver && <> · talked over with {session.talkedOver.by} <When at={session.talkedOver.at} day within /></>}</>}
        tag={<Tag tone={tone(session.state)}>{said[session.state]}</Tag>}
        action={session.state === 'missed' && learner.can.talkOver && (
          <Form method="post" action={`/cohorts/${learner.cohort.id}/people/${learner.person.id}/talk`}>
            <input type="hidden" name="id" value={ids[at]} /><input type="hidden" name="session" value={session.number} />
            <Button type="submit" kind="plain" aria-label={`I talked “${session.title}” over with ${learner.person.name}`}>We talked it over</Button>
          </Form>
        )} />
    ))}
  </Rows>
)
