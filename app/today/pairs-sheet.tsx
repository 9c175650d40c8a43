import { Link } from '@remix-run/react'
import { Avatar } from '#app/ui/avatar.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { LinkRow } from '#app/ui/link-row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { inSentence, sayDay } from '#app/ui/say-when.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Spread } from '#app/ui/spread.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { sayCount, weekOf } from './say-count.ts'
import type { TodayData } from './today-of.server.ts'

/** The pairs a youth worker looks after. Ten weeks is what the programme gives each. */
export function PairsSheet({ pairs: { pairs, all }, now }: { pairs: TodayData['pairs']; now: Date }) {
  if (all === 0) return <Empty title="Your pairs will be here"><p>Each mentor with their mentee, and how far they are. Add a mentee and choose their mentor under <Link to="/mentees">Mentees</Link>.</p></Empty>
  return (
    <Sheet>
      <Spread><h2 className="today-h">{sayCount(all)} {all === 1 ? 'pair' : 'pairs'} under way</h2><Link to="/mentees" className="small">All mentees</Link></Spread>
      <Rows>
        {pairs.map((pair) => {
          const week = weekOf(pair.since, now)
          return <LinkRow key={pair.pairId} to={`/mentees/${pair.menteeId}`} icon={<Avatar name={pair.mentorName} />} title={<>{pair.mentorName} <span className="today-light">with {pair.birdName}</span></>} detail={week > 10 ? `Since ${inSentence(sayDay(pair.since, now))}` : `Week ${week} of 10`} tag={week > 10 ? <Tag tone="sun">past week 10</Tag> : undefined} />
        })}
      </Rows>
    </Sheet>
  )
}
