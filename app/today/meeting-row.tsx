import { UsersRound } from 'lucide-react'
import type { MeetingAhead } from '#modules/supervision/meetings-ahead.server.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { LinkRow } from '#app/ui/link-row.tsx'
import { Row } from '#app/ui/row.tsx'
import { daysFrom, sayHowLong, sayWhen } from '#app/ui/say-when.ts'
import { Tag } from '#app/ui/tag.tsx'
import { sayNames } from './say-count.ts'

/** The next supervision: when, where and with whom. Those who lead it today are asked to get ready. */
export function MeetingRow({ meeting, now, leads }: { meeting: MeetingAhead; now: Date; leads: { name: string } | null }) {
  const { meetingId, groupName, startsAt, place, supervisorNames, expected } = meeting
  const others = supervisorNames.filter((name) => name !== leads?.name)
  const isToday = daysFrom(now, startsAt) === 0
  const away = startsAt.getTime() - now.getTime()
  const title = leads ? `Supervision, ${groupName}` : 'Supervision'
  const detail = [sayWhen(startsAt, now), place, leads ? `${expected} expected` : '', others.length ? `with ${sayNames(others)}` : ''].filter(Boolean).join(' · ')
  if (leads && isToday) return <Row icon={UsersRound} tone="rope" title={title} detail={detail} action={<ButtonLink kind="plain" to={`/rooms/${meetingId}`}>Get ready</ButtonLink>} />
  return <LinkRow icon={UsersRound} tone="rope" title={title} detail={detail} to={`/rooms/${meetingId}`} tag={isToday ? <Tag tone="rope">{away > 0 ? `in ${sayHowLong(away)}` : 'should have begun'}</Tag> : undefined} />
}
