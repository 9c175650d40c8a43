import { Check } from 'lucide-react'
import { useNavigate } from '@remix-run/react'
import type { Card } from '#modules/curriculum/schema.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Note } from '#app/ui/note.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Blocks } from './blocks.tsx'
import { useUnit } from './unit-context.ts'
import './carry-away.css'

/** What to take with you, and the end of the unit. */
export function CarryAwayCard({ card }: { card: Extract<Card, { kind: 'carry-away' }> }) {
  const { seen, keeping, to } = useUnit()
  const navigate = useNavigate()
  const course = `/learn/${seen.course.slug}`
  const isWaiting = seen.unit.cards.filter((one) => keeping.left.includes(one.id))
  return (
    <>
      <Sheet tone="rope" className="carry-away"><Blocks blocks={card.blocks} /></Sheet>
      {!keeping.isKept ? <Bar><ButtonLink to={course}>Back to the course</ButtonLink></Bar>
        : keeping.isFinished ? (
          <>
            <Note tone="rope" icon={Check}>You have finished this unit. You can open it again whenever you like.</Note>
            <Bar>{seen.next ? <ButtonLink to={`${course}/${seen.next.slug}`}>On to “{seen.next.title}”</ButtonLink> : <ButtonLink to={course}>Back to the course</ButtonLink>}</Bar>
          </>
        ) : isWaiting.length > 0 ? (
          <>
            <p><b>Before you finish.</b> {isWaiting.length === 1 ? 'One card is' : `${isWaiting.length} cards are`} still waiting for you.</p>
            <Rows>{isWaiting.map((one) => <Row key={one.id} title={one.title} detail={one.kind === 'scenario' ? 'Go on until you see how it ends' : 'Choose an answer'} to={`?card=${one.id}`} />)}</Rows>
          </>
        ) : (
          <form method="post" action={to('finish')} onSubmit={(event) => { event.preventDefault(); keeping.finish(); navigate(`?card=${card.id}`, { replace: true, preventScrollReset: true }) }}>
            <Bar><Button><Check aria-hidden="true" /> Finish this unit</Button></Bar>
          </form>
        )}
    </>
  )
}
