import { Avatar } from '#app/ui/avatar.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

/** Learners who are met in everything and wait for nothing but a quality assurer's name. */
export const ToSignOffSheet = ({ learners }: { learners: { id: string; name: string; where: string; since: Date }[] }) => (
  <Sheet><h2 className="today-h">To sign off</h2>
    <Rows>{learners.map((one) => <Row key={one.id} icon={<Avatar name={one.name} />} tone="rope" title={one.name} to={`/quality/learners/${one.id}`} detail={<>{one.where}. Met in everything since <When at={one.since} within />.</>} />)}</Rows>
  </Sheet>
)
