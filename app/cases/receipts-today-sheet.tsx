import { Send } from 'lucide-react'
import type { ReceiptAwaited } from '#modules/cases/receipts-awaited.server.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { inSentence, sayDay, sayWhen } from '#app/ui/say-when.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'

/** On Today: cases that were handed to another setting which has not said that it has them. */
export function ReceiptsTodaySheet({ awaited, now }: { awaited: readonly ReceiptAwaited[]; now: Date }) {
  return (
    <Sheet aria-labelledby="receipts-today">
      <h2 id="receipts-today" className="h3">Handed to another setting</h2>
      <Rows>{awaited.map(({ concernId, raisedByName, sentAt, receiptBy, isLate, packs }) => (
        <Row key={concernId} icon={Send} tone={isLate ? 'signal' : 'sun'} title={`A concern from ${raisedByName ?? 'a mentee'}`}
          detail={`Handed on ${inSentence(sayWhen(new Date(sentAt), now))}. ${packs === 0 ? `No file was made yet${isLate ? ': make it, and ring them.' : '.'}` : `Nobody there has said that they have it${isLate ? ': ring them.' : '.'}`}`}
          tag={<Tag tone={isLate ? 'signal' : 'sun'}>{isLate ? 'chase' : `receipt by ${inSentence(sayDay(new Date(receiptBy), now))}`}</Tag>} to={`/concerns/${concernId}`} />
      ))}</Rows>
    </Sheet>
  )
}
