import { OctagonMinus, Share2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { bases, recipients, whysNot, type Basis, type Recipient, type WhyNot } from '#modules/safeguarding/sharing.ts'
import { Row } from '#app/ui/row.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'

type Entry = { kind: string; byName: string | null; at: Date | string; happenedAt: string | null; recipient: Recipient | null; basis: Basis | null; whyNot: WhyNot | null; isStruck: boolean }
type Props = { entry: Entry; to?: string; detail?: ReactNode }

const labelled = (list: readonly { value: string; label: string }[], value: string | null) => list.find((one) => one.value === value)?.label ?? ''

/** Something that was shared, or was not: with whom, by whom, when, and on what ground. */
export function SharedRow({ entry, to, detail }: Props) {
  const isShared = entry.kind !== 'not-shared'
  const whom = labelled(recipients, entry.recipient)
  const title = isShared ? whom : `Not with ${whom.charAt(0).toLowerCase()}${whom.slice(1)}`
  return (
    <Row icon={isShared ? Share2 : OctagonMinus} tone={isShared ? 'dusk' : 'plain'} to={to} title={entry.isStruck ? <><s>{title}</s> <span className="soft">(struck through)</span></> : title}
      detail={<>{detail}{entry.byName ?? 'Somebody'}, <When at={entry.happenedAt ?? entry.at} within /></>}
      tag={<Tag>{isShared ? labelled(bases, entry.basis).toLowerCase() : whysNot.find(({ value }) => value === entry.whyNot)?.short}</Tag>} />
  )
}
