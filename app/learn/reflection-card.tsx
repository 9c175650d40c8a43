import { NotebookPen } from 'lucide-react'
import type { Card } from '#modules/curriculum/schema.ts'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Blocks } from './blocks.tsx'
import { Onward } from './onward.tsx'
import { useUnit } from './unit-context.ts'

/** A question for the journal. It is written there, and not here: it belongs to the writer and not to the course. */
export function ReflectionCard({ card }: { card: Extract<Card, { kind: 'reflection' }> }) {
  const { keeping } = useUnit()
  return (
    <>
      <Blocks blocks={card.blocks} />
      <Sheet tone="dusk">
        <p className="card-ask">{card.ask}</p>
        {keeping.isKept && <Bar><ButtonLink kind="plain" to={`/journal/new?prompt=${card.prompt}&card=${card.id}`}><NotebookPen aria-hidden="true" /> Write in my journal</ButtonLink></Bar>}
        <Reads><b>Only you</b> can read what you write, until you choose to share it.</Reads>
      </Sheet>
      <Onward from={card.id} />
    </>
  )
}
