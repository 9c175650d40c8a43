import type { TeachingSeen } from '#modules/teaching/find-teaching.server.ts'
import { RoomForm } from '#app/rooms/room-form.tsx'
import { Avatar } from '#app/ui/avatar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'

const presence = { here: 'here', gone: 'phone is closed', 'not-yet': 'not come in yet' } as const

/** Who is here, who has answered, and first who is stuck. For the trainers alone. */
export function WhoIsHere({ teaching, here }: { teaching: TeachingSeen; here: string }) {
  const { learners, question } = teaching
  const stuck = learners.filter((one) => one.stuck)
  const isHere = learners.filter((one) => one.is === 'here')
  return (
    <>
      {stuck.length > 0 && (
        <Sheet tone="dusk" aria-labelledby="stuck">
          <h2 id="stuck">Stuck</h2>
          <ul className="stuck-list" aria-live="polite">{stuck.map(({ id, name, stuck: signal }) => (
            <li key={id}>
              <p><b>{name}</b> <span className="soft small">since <When at={signal!.since} within />, at “{signal!.title}”</span></p>
              <RoomForm to={`${here}/help`} fields={{ stuckId: signal!.id }}><Button kind="plain">I’m going to {name}</Button></RoomForm>
            </li>
          ))}</ul>
        </Sheet>
      )}
      <Sheet aria-labelledby="people">
        <h2 id="people">In the room <span className="soft">{isHere.length} of {learners.length} here</span></h2>
        {question && <p className="soft small">{isHere.filter((one) => one.hasAnswered).length} of {isHere.length} here have answered.</p>}
        {learners.length === 0 ? <Empty title="Your mentors will be here">Nobody has a place yet. Add people on the cohort’s page.</Empty> : (
          <Rows>{learners.map((one) => (
            <Row key={one.id} icon={<Avatar name={one.name} off={one.is !== 'here'} />} title={one.name} detail={presence[one.is]}
              tag={question && one.hasAnswered ? <Tag tone="rope">answered</Tag> : question && one.is === 'here' ? <Tag>quiet so far</Tag> : undefined} />
          ))}</Rows>
        )}
      </Sheet>
    </>
  )
}
