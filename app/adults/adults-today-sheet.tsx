import { UserRound } from 'lucide-react'
import type { AdultElsewhere, AdultToday } from '#modules/adults/adults-today.server.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { inSentence, sayWhen } from '#app/ui/say-when.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ElsewhereSheet } from './elsewhere-sheet.tsx'

const words: Record<AdultToday['why'], string> = { waits: 'nobody has it yet', left: 'nobody has it now', late: 'late: to be decided', again: 'late: to look at again', unsigned: 'late: to be signed', added: 'something was added', weigh: 'to be weighed', lado: 'tell the LADO', sign: 'to be signed', signer: 'somebody has to be brought in to sign', pattern: 'several in a year' }
const isUrgent = (why: AdultToday['why']) => why === 'waits' || why === 'left' || why === 'late' || why === 'again' || why === 'unsigned'

/** On Today: that a concern about an adult needs this one, and since when. Never whom it is about. */
export const AdultsTodaySheet = ({ mine, elsewhere, now }: { mine: readonly AdultToday[]; elsewhere: readonly AdultElsewhere[]; now: Date }) => (
  <>
    <ElsewhereSheet elsewhere={elsewhere} />
    {mine.length > 0 && <Sheet tone={mine.some(({ why }) => why === 'waits') ? 'signal' : 'plain'} aria-labelledby="adults-today">
      <h2 id="adults-today" className="h3">Concerns about adults</h2>
      <Rows>{mine.map(({ id, why, since }) => (
        <Row key={`${id}/${why}`} icon={UserRound} tone={isUrgent(why) ? 'signal' : 'sun'} title={`Handed on ${inSentence(sayWhen(new Date(since), now))}`} tag={<Tag tone={isUrgent(why) ? 'signal' : 'sun'}>{words[why]}</Tag>} to={`/concerns/adults/${id}`} />
      ))}</Rows>
    </Sheet>}
  </>
)
