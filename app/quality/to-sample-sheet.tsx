import { Avatar } from '#app/ui/avatar.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

type Drawn = { id: string; learner: string; assessor: string; unit: string; number: string; says: string; drawnAt: Date; isForAColleague: boolean }

/** What was drawn and waits for a quality assurer, the longest first. */
export const ToSampleSheet = ({ drawn }: { drawn: Drawn[] }) => (
  <Sheet><h2 className="today-h">Decisions to look over</h2>
    <Rows>{drawn.map((one) => <Row key={one.id} icon={<Avatar name={one.learner} />} title={`${one.unit} ${one.number} ${one.says}`} to={`/quality/sampled/${one.id}`} tone={one.isForAColleague ? 'plain' : 'dusk'} tag={one.isForAColleague ? 'For a colleague' : undefined} detail={<>{one.learner}, decided by {one.assessor}. Drawn <When at={one.drawnAt} within />.</>} />)}</Rows>
  </Sheet>
)
