import { GraduationCap, Users } from 'lucide-react'
import { Row } from '#app/ui/row.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'

type Cohort = {
  id: string; kind: 'mentors' | 'trainers'; name: string; where: string; places: number; placed: number; waiting: number; sittings: number; held: number
  next: { startsAt: Date | string; number: number } | null; isOver: boolean; mine: { part: 'learner' | 'trainer'; isWaiting: boolean } | null
}

/** One cohort in a list: when it meets next, and how full it is. */
export const CohortRow = ({ cohort }: { cohort: Cohort }) => (
  <Row icon={cohort.kind === 'trainers' ? GraduationCap : Users} tone={cohort.next ? 'rope' : 'plain'} title={cohort.name} to={cohort.kind === 'trainers' ? `/trainers/${cohort.id}` : `/cohorts/${cohort.id}`}
    detail={<>{cohort.where} · {cohort.isOver ? `closed, ${cohort.held} of ${cohort.sittings} sittings held` : cohort.next ? <>sitting {cohort.next.number} of {cohort.sittings}, <When at={cohort.next.startsAt} within /></> : `all ${cohort.sittings} sittings held`}{cohort.waiting > 0 && ` · ${cohort.waiting} waiting`}</>}
    tag={cohort.mine?.isWaiting ? <Tag tone="sun">you are waiting</Tag> : cohort.mine ? <Tag tone="rope">{cohort.mine.part === 'trainer' ? 'you train it' : 'you are on it'}</Tag> : <Tag>{cohort.placed} of {cohort.places}</Tag>} />
)
