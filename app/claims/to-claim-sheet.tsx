import { FileCheck2 } from 'lucide-react'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

/** Learners who are signed off and not claimed for yet. */
export const ToClaimSheet = ({ places }: { places: { specificationId: string; organisationId: string; title: string; where: string; ready: number }[] }) => (
  <Sheet><h2 className="today-h">To be claimed for</h2>
    <Rows>{places.map((one) => <Row key={`${one.specificationId} ${one.organisationId}`} icon={FileCheck2} tone="dusk" title={one.ready === 1 ? '1 learner is signed off' : `${one.ready} learners are signed off`} to={`/claims/new?organisation=${one.organisationId}&specification=${one.specificationId}`} detail={`${one.title}, ${one.where}`} />)}</Rows>
  </Sheet>
)
