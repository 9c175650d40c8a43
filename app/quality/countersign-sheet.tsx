import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

/** Decisions of a colleague whose qualification had run out or was struck through, for another assessor to stand by. */
export const CountersignSheet = ({ decisions }: { decisions: { id: string; learner: string; assessor: string; number: string; says: string; decidedAt: Date }[] }) => (
  <Sheet aria-labelledby="countersign"><h2 id="countersign">To countersign</h2>
    <Rows>{decisions.map((one) => <Row key={one.id} title={`${one.number} ${one.says}`} to={`/quality/countersigning/${one.id}`} tone="sun" detail={<>{one.learner}. {one.assessor} decided it, <When at={one.decidedAt} within />.</>} />)}</Rows>
  </Sheet>
)
