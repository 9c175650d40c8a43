import { Award, Undo2 } from 'lucide-react'
import { Row } from '#app/ui/row.tsx'
import { When } from '#app/ui/when.tsx'

/** What somebody was awarded in the last days, and what was taken back, as rows of a list. */
export const AwardedRows = ({ awarded }: { awarded: { id: string; title: string; awardedAt: Date; takenBackAt: Date | null }[] }) => (
  <>{awarded.map((one) => (one.takenBackAt
    ? <Row key={one.id} icon={Undo2} tone="sun" title={`Your certificate was taken back: ${one.title}`} detail={<>On <When at={one.takenBackAt} day within />. You can read who took it back and why. What you learned stays yours.</>} to="/learn/awards" />
    : <Row key={one.id} icon={Award} tone="rope" title={`Your certificate: ${one.title}`} detail={<>Awarded <When at={one.awardedAt} within />. It is yours to print, with a badge to show if you like.</>} to="/learn/awards" />))}</>
)
