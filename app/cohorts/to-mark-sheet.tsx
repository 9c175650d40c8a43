import { ListChecks } from 'lucide-react'
import type { RegisterToMark } from '#modules/cohorts/registers-to-mark.server.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

/** Sittings that were held and whose register is not finished. */
export const ToMarkSheet = ({ registers }: { registers: RegisterToMark[] }) => (
  <Sheet><h2 className="today-h">Registers to finish</h2>
    <Rows>{registers.map((one) => <Row key={one.sessionId} icon={ListChecks} tone="sun" title={one.title} to={`/cohorts/${one.cohortId}/sittings/${one.sessionId}`} detail={<>{one.cohortName}, <When at={one.startsAt} within />. {one.left === 1 ? '1 person has no mark yet.' : `${one.left} people have no mark yet.`}</>} />)}</Rows>
  </Sheet>
)
