import { Link } from '@remix-run/react'
import { CircleCheck, ClipboardList, Eye, EyeOff, HandHeart, Landmark, Lock, LockOpen, MapPin, MessageSquarePlus, MoveUp, NotebookPen, Printer, Send, SquareCheck, Strikethrough, Undo2, UserPlus, UserRoundSearch, ArrowRightLeft, type LucideIcon } from 'lucide-react'
import type { AdultLine } from '#modules/adults/find-adult-concern.server.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { When } from '#app/ui/when.tsx'
import { sayAdultLine } from './say-line.ts'

type Line = Omit<AdultLine, 'at'> & { at: Date | string }
const icons: Record<string, LucideIcon> = {
  raised: HandHeart, told: Send, 'came-from': MapPin, climbed: MoveUp, looked: Eye, held: CircleCheck, 'took-over': ArrowRightLeft, added: MessageSquarePlus, printed: Printer, note: NotebookPen, acted: SquareCheck, weighed: ClipboardList, 'lado-told': Landmark, 'asked-sharer': UserRoundSearch,
  'kept-from': EyeOff, 'brought-in': UserPlus, closed: Lock, signed: Lock, 'not-signed': Undo2, reopened: LockOpen, struck: Strikethrough,
}
const quiet = ['raised', 'told', 'held', 'looked', 'came-from', 'printed']

/** Everything that was done about a concern about an adult, in order. Lines are added, never changed; a mistaken one is struck through by a later one. */
export const RecordLines = ({ id, lines }: { id: string; lines: readonly Line[] }) => (
  <Rows ordered label="What was done">
    {lines.map((line) => (
      <Row key={line.id} icon={icons[line.kind]} tone={line.kind === 'climbed' ? 'sun' : quiet.includes(line.kind) ? 'plain' : 'dusk'}
        title={line.isStruck ? <><s>{sayAdultLine(line)}</s> <span className="soft">(struck through)</span></> : sayAdultLine(line)}
        detail={<>
          {line.says.map(({ label, text }) => <span key={label} className="said chronology-words">{label && <b className="chronology-part">{label}</b>}{line.isStruck ? <s>{text}</s> : text}</span>)}
          {line.happenedAt && <>It happened <When at={line.happenedAt} within />. Written down </>}<When at={line.at} within={line.happenedAt !== null} />
          {line.mayStrike && <> · <Link to={`/concerns/adults/${id}/lines/${line.number}`}>Strike it through<span className="visually-hidden">: line {line.number}</span></Link></>}
        </>} />
    ))}
  </Rows>
)
