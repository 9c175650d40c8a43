import { Award } from 'lucide-react'
import type { ReadyForCertificate } from '#modules/awards/ready-for-certificate.server.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

/** Learners who have done a whole course and have no certificate yet. */
export const ToAwardSheet = ({ cohorts }: { cohorts: ReadyForCertificate[] }) => (
  <Sheet><h2 className="today-h">Certificates to give</h2>
    <Rows>{cohorts.map((one) => <Row key={one.cohortId} icon={Award} tone="rope" title={one.ready === 1 ? '1 learner has done the whole course' : `${one.ready} learners have done the whole course`} to={`/cohorts/${one.cohortId}/certificates`} detail={`${one.cohortName}, ${one.where}`} />)}</Rows>
  </Sheet>
)
