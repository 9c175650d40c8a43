import { Check as Tick, CircleDashed } from 'lucide-react'
import type { Check } from '#modules/completion/completion.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Tag } from '#app/ui/tag.tsx'

type Props = { checks: readonly Check[]; label: string; /** Where each leads, for whom it is theirs to do. */ to?: Partial<Record<Check['what'], string>> }

/** What it takes before somebody is matched: each with how it stands, in words and with a sign. */
export const CheckRows = ({ checks, label, to = {} }: Props) => (
  <Rows label={label}>
    {checks.map(({ what, label: title, isDone, says }) => (
      <Row key={what} icon={isDone ? Tick : CircleDashed} tone={isDone ? 'rope' : 'sun'} title={title} detail={says} to={to[what]} tag={<Tag tone={isDone ? 'rope' : 'sun'}>{isDone ? 'done' : 'to do'}</Tag>} />
    ))}
  </Rows>
)
