import { CircleCheck, Eye, HandHeart, MoveUp, NotebookPen, Send, ShieldCheck, UserRoundSearch, type LucideIcon } from 'lucide-react'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { When } from '#app/ui/when.tsx'
import { sayNames } from '#app/worried/say-names.ts'

export type Line = { id: string; number: number; kind: string; at: Date | string; byName: string | null; words: string | null; rung: string | null; people: string[] }

const icons: Record<string, LucideIcon> = { raised: HandHeart, told: Send, received: CircleCheck, 'taken-on': ShieldCheck, climbed: MoveUp, looked: Eye, 'asked-who': UserRoundSearch, note: NotebookPen }

/** Everything that was said and done about a concern, in order. Lines are added, never changed. */
export const Chronology = ({ lines }: { lines: readonly Line[] }) => (
  <Rows ordered label="Chronology">
    {lines.map((line) => (
      <Row key={line.id} icon={icons[line.kind]} tone={line.kind === 'climbed' ? 'sun' : line.kind === 'note' || line.kind === 'asked-who' || line.kind === 'taken-on' ? 'dusk' : 'plain'} title={said(line)}
        detail={<>{line.words && <span className="said chronology-words">{line.words}</span>}<When at={line.at} /></>} />
    ))}
  </Rows>
)

function said({ kind, byName, people }: Line): string {
  const who = byName ?? 'Somebody'
  if (kind === 'raised') return byName ? `${byName} raised it` : 'A mentee raised it'
  if (kind === 'told') return people.length ? `${sayNames(people)!} told at once` : 'Nobody here could be told'
  if (kind === 'received') return `${who} said “I have it”`
  if (kind === 'taken-on') return `${who} took it on`
  if (kind === 'climbed') return people.length ? `Nobody had answered in time: ${sayNames(people)!} told` : 'Nobody had answered in time, and nobody stands above'
  if (kind === 'looked') return `${who} looked at it`
  if (kind === 'asked-who') return `${who} asked who wrote the answer`
  return `${who} wrote`
}
