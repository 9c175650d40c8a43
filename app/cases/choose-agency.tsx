import { Link } from '@remix-run/react'
import { Landmark } from 'lucide-react'
import type { AgencyKind } from '#prisma/generated/enums.ts'
import type { Agency } from '#modules/agencies/agencies-of.server.ts'
import { agencyKindWords } from '#modules/agencies/kinds.ts'
import type { CaseDecision } from '#modules/safeguarding/steps.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Tag } from '#app/ui/tag.tsx'

const meant: Partial<Record<CaseDecision, readonly AgencyKind[]>> = { refer: ['front_door', 'emergency_duty'], early_help: ['early_help', 'front_door'], lado: ['lado'], police: ['police'], specialist_help: ['health'] }
type Props = { concernId: string; agencies: readonly (Omit<Agency, 'checkedAt'> & { checkedAt: unknown })[]; decision: CaseDecision | null }

/** Whom a case is referred to: those the decision means first. */
export function ChooseAgency({ concernId, agencies, decision }: Props) {
  const first = decision ? (meant[decision] ?? []) : []
  const sorted = [...agencies].sort((one, other) => Number(first.includes(other.kind)) - Number(first.includes(one.kind)))
  return (
    <Shell back={{ to: `/concerns/${concernId}`, label: 'The concern' }}>
      <PageTitle kicker="Make a referral">Who does it go to?</PageTitle>
      <Note tone="signal"><b>Is a child in danger now?</b> Call <a href="tel:999">999</a> first. A child may be at risk of serious harm: ring the front door first, and write afterwards.</Note>
      {agencies.length > 0
        ? <Sheet><Rows label="Who it goes to">{sorted.map((agency) => (
          <Row key={agency.id} icon={Landmark} tone={first.includes(agency.kind) ? 'rope' : 'plain'} title={agency.name} detail={<>{agency.phone}, {agency.hours}</>} tag={<Tag tone={first.includes(agency.kind) ? 'rope' : 'plain'}>{agencyKindWords(agency.kind)}</Tag>} to={`/concerns/${concernId}/referral?agency=${agency.id}`} />
        ))}</Rows></Sheet>
        : <Empty title="The directory is empty">A referral goes to an entry of the directory. <Link to="/concerns/agencies/new">Enter the front door of your local authority</Link> first. If it cannot wait, ring them, or 999, and write it down afterwards.</Empty>}
      {agencies.length > 0 && <p><Link to="/concerns/agencies/new">Enter another</Link></p>}
    </Shell>
  )
}
