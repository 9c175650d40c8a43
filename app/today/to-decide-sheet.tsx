import { Avatar } from '#app/ui/avatar.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'
import type { TodayData } from './today-of.server.ts'

/** Evidence that waits for an assessor, the longest first. */
export const ToDecideSheet = ({ learners }: { learners: TodayData['toDecide'] }) => (
  <Sheet><h2 className="today-h">Evidence to look at</h2>
    <Rows>{learners.map((one) => <Row key={one.id} icon={<Avatar name={one.name} />} title={one.name} tone="dusk" tag={`${one.waiting} to look at`} to={`/assessment/${one.id}`} detail={<>{one.where}. {one.waitingSince && <>Waiting since <When at={one.waitingSince} within />.</>}</>} />)}</Rows>
  </Sheet>
)
