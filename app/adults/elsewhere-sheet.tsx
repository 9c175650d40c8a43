import { HandHeart } from 'lucide-react'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

type Elsewhere = { id: string; organisationName: string; phone: string | null; sharedAt: Date | string }

/** For a delivery site to which it climbed: that something waits at a setting, since when, and the number to ring. Not what it is. */
export const ElsewhereSheet = ({ elsewhere }: { elsewhere: readonly Elsewhere[] }) => elsewhere.length > 0 && (
  <Sheet tone="signal" aria-label="Waiting in a setting"><Rows>{elsewhere.map(({ id, organisationName, phone, sharedAt }) => (
    <Row key={id} icon={HandHeart} tone="signal" title={`Something waits at ${organisationName}`} detail={<>Since <When at={sharedAt} within />. Ring them{phone && <> on <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a></>}: it is theirs to answer, and it has waited too long.</>} />
  ))}</Rows></Sheet>
)
