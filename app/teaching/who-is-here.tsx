import type { TeachingSeen } from '#modules/teaching/find-teaching.server.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'

const presence = { here: 'here', gone: 'phone not heard from for a minute', 'not-yet': 'not come in yet' } as const

/** Who is here, and who has answered. For the trainers alone. */
export function WhoIsHere({ teaching }: { teaching: TeachingSeen }) {
  const { learners, question } = teaching
  const isHere = learners.filter((one) => one.is === 'here')
  return (
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
  )
}
