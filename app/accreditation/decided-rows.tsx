import { Row } from '#app/ui/row.tsx'
import { When } from '#app/ui/when.tsx'
import { Standing } from './standing.tsx'

type Decided = { id: string; outcome: 'met' | 'not_yet' | 'insufficient'; decidedAt: Date; says: string }

/** What an assessor decided in the last days, as rows of a list. */
export const DecidedRows = ({ decided }: { decided: Decided[] }) => (
  <>{decided.map((one) => <Row key={one.id} title={one.says} tag={<Standing of={one.outcome} />} to="/learn/portfolio" detail={<>Your assessor looked at it <When at={one.decidedAt} within />. {one.outcome === 'met' ? 'You have shown this.' : 'They wrote what to do next.'}</>} />)}</>
)
