import { Link } from '@remix-run/react'
import { PackageCheck, Send } from 'lucide-react'
import type { OpenCase } from '#modules/cases/find-case.server.ts'
import type { Line } from '#app/concerns/chronology.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'

/** Where a case went that was handed to another setting, and whether they have said that they have it. */
export function TransferSheet({ now: { concernId, transfer, can }, lines }: { now: OpenCase; lines: readonly Line[] }) {
  if (!transfer) return null
  const [to, setting] = lines.find(({ id }) => id === transfer.id)?.says ?? []
  return (
    <section className="stack">
      <h2 className="h3">Handed to another setting</h2>
      <Sheet><Rows label="Handed to another setting">
        <Row icon={transfer.isAwaited ? Send : PackageCheck} tone={transfer.isLate ? 'signal' : transfer.isAwaited ? 'sun' : 'rope'} title={<span className="said">{setting?.text ?? 'Another setting'}</span>}
          detail={<>
            <span className="said">{to?.text}</span>. Handed on <When at={transfer.sentAt} within />, {transfer.packs === 0 ? 'no file was made yet' : transfer.packs === 1 ? 'one locked file made' : `${transfer.packs} locked files made`}.
            {transfer.receivedAt ? <> They said <When at={transfer.receivedAt} within /> that they have it.</> : <> They should say that they have it by <When at={transfer.receiptBy} within />.</>}
            {transfer.isAwaited && can.includes('receipt') && <> <Link to={`/concerns/${concernId}/arrival`}>They told me another way</Link></>}
          </>}
          tag={<Tag tone={transfer.isLate ? 'signal' : transfer.isAwaited ? 'sun' : 'rope'}>{transfer.isLate ? 'chase' : transfer.isAwaited ? 'no receipt yet' : 'they have it'}</Tag>} />
      </Rows></Sheet>
    </section>
  )
}
