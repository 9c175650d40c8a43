import { Award } from 'lucide-react'
import { Row } from '#app/ui/row.tsx'
import { When } from '#app/ui/when.tsx'

/** What somebody was awarded in the last days, as rows of a list. */
export const AwardedRows = ({ awarded }: { awarded: { id: string; title: string; awardedAt: Date }[] }) => (
  <>{awarded.map((one) => <Row key={one.id} icon={Award} tone="rope" title={`Your certificate: ${one.title}`} detail={<>Awarded <When at={one.awardedAt} within />. It is yours to print, with a badge to show if you like.</>} to="/learn/awards" />)}</>
)
