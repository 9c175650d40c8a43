import { Check, CircleDashed } from 'lucide-react'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Tag } from '#app/ui/tag.tsx'

type One = { label: string; isThere: boolean; detail: string; to?: 'coordinator' | 'head' | 'supervisors' | 'safeguarding' }

const whoMends = { coordinator: 'the coordinator can', head: 'the head can', supervisors: 'a youth worker can', safeguarding: 'the safeguarding lead can' } as const

/** What a setting has and what it still needs: missing first, each with who can mend it. */
export const ReadinessRows = ({ rows }: { rows: readonly One[] }) => (
  <Rows>
    {[...rows].sort((a, b) => Number(a.isThere) - Number(b.isThere)).map((row) => (
      <Row key={row.label} icon={row.isThere ? Check : CircleDashed} tone={row.isThere ? 'rope' : 'sun'} title={row.label} detail={row.detail}
        tag={row.isThere ? <Tag tone="rope">there</Tag> : <Tag tone="sun">missing{row.to ? `: ${whoMends[row.to]}` : ''}</Tag>} />
    ))}
  </Rows>
)
