import { Check, Minus } from 'lucide-react'
import { Pieces } from '#app/accreditation/pieces.tsx'
import { Standing } from '#app/accreditation/standing.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'
import './quality.css'

type Piece = Parameters<typeof Pieces>[0]['pieces'][number]
type Decision = { id: string; outcome: 'met' | 'not_yet' | 'insufficient'; attempt: number; decidedAt: Date; byName: string; feedback: string | null; isDrawn: boolean; isValid: boolean; isAuthentic: boolean; isCurrent: boolean; isSufficient: boolean }
const ticks = [['isValid', 'Valid'], ['isAuthentic', 'Authentic'], ['isCurrent', 'Current'], ['isSufficient', 'Sufficient']] as const

/** The evidence on one side; what the assessor decided on it, tick by tick, with what they wrote. */
export const EvidenceLookedAt = ({ evidence }: { evidence: Piece[] }) => (
  <Sheet aria-labelledby="evidence"><h2 id="evidence">The evidence</h2>
    <Pieces pieces={evidence} empty={<Empty title="No evidence is left">What was looked at has been taken away. Say so in what you write.</Empty>} />
  </Sheet>
)

export const DecisionsLookedAt = ({ decisions }: { decisions: Decision[] }) => (
  <Sheet aria-labelledby="decision"><h2 id="decision">What the assessor decided</h2>
    <ol className="thread">
      {decisions.map((one) => (
        <li key={one.id}>
          <div><Standing of={one.outcome} /> <b>{one.byName}</b>, <When at={one.decidedAt} within />{one.attempt > 1 && `, the ${one.attempt}. time`}{one.isDrawn && decisions.length > 1 && '. This one was drawn.'}</div>
          <div className="ticks">{ticks.map(([name, label]) => <Tag key={name} tone={one[name] ? 'rope' : 'plain'} icon={one[name] ? Check : Minus}>{one[name] ? label : `Not ${label.toLowerCase()}`}</Tag>)}</div>
          <p>“{one.feedback}”</p>
        </li>
      ))}
    </ol>
  </Sheet>
)
