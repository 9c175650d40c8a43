import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import {
  ArrowRightLeft, Ban, CalendarClock, CircleCheck, ClipboardList, Copy, Eye, EyeOff, FileDown, HandHeart, KeyRound, Landmark, Lock, LockOpen, MessageSquarePlus, MessagesSquare, MoveUp, NotebookPen, OctagonMinus, PackageCheck, PenLine, PersonStanding, Printer, Send, Share2, ShieldCheck,
  Signpost, SquareCheck, Strikethrough, Tags, Undo2, UserMinus, UserPlus, UserRoundSearch, type LucideIcon,
} from 'lucide-react'
import type { ChronologyLine } from '#modules/safeguarding/find-concern.server.ts'
import { sayLine } from '#modules/safeguarding/say-line.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { When } from '#app/ui/when.tsx'

export type Line = Omit<ChronologyLine, 'at'> & { at: Date | string }

const icons: Record<string, LucideIcon> = {
  raised: HandHeart, told: Send, received: CircleCheck, 'taken-on': ShieldCheck, climbed: MoveUp, looked: Eye, printed: Printer, 'asked-who': UserRoundSearch, 'broke-glass': KeyRound, note: NotebookPen, added: MessageSquarePlus, marked: PersonStanding, categorised: Tags, struck: Strikethrough,
  triaged: ClipboardList, discussed: MessagesSquare, decided: Signpost, 'action-set': PenLine, 'action-done': SquareCheck, 'action-dropped': Ban, referred: Landmark, 'agency-answered': Landmark, notified: Landmark, pointed: Signpost, chased: Landmark, escalated: Landmark, reviewed: CalendarClock,
  shared: Share2, 'not-shared': OctagonMinus, 'handed-over': ArrowRightLeft, 'brought-in': UserPlus, 'let-go': UserMinus, 'kept-from': EyeOff, 'let-in': Eye, closed: Lock, signed: Lock, 'not-signed': Undo2, reopened: LockOpen, duplicate: Copy, transferred: Send, receipt: PackageCheck, exported: FileDown,
}
const quiet = ['raised', 'told', 'received', 'looked', 'printed', 'exported', 'action-read']

/** Everything that was said and done about a concern, in order. Lines are added, never changed; a mistaken one is struck through by a later one. */
export const Chronology = ({ concernId, lines, linked = [] }: { concernId: string; lines: readonly Line[]; /** Of the concerns that lines speak of, those the viewer may open. */ linked?: readonly { concernId: string; lineId: string | null }[] }) => (
  <Rows ordered label="Chronology">
    {lines.map((line) => (
      <Row key={line.id} icon={icons[line.kind]} tone={line.kind === 'climbed' ? 'sun' : quiet.includes(line.kind) ? 'plain' : 'dusk'}
        title={line.isStruck ? <><s>{sayLine(line)}</s> <span className="soft">(struck through)</span></> : sayLine(line)}
        detail={<>
          {line.kind === 'added' || line.kind === 'marked' ? <><a href={`#line-${line.number}`}>Read it above<span className="visually-hidden">: line {line.number}</span></a> · </> : line.kind === 'referred' ? <><Link to={`/concerns/${concernId}/referrals/${line.number}`}>Read it<span className="visually-hidden">: line {line.number}</span></Link> · </> : line.says.map(({ label, text }) => <span key={label} className="said chronology-words">{label && <b className="chronology-part">{label}</b>}{line.isStruck ? <s>{text}</s> : text}</span>)}
          {line.kind === 'duplicate' && linked.filter(({ lineId }) => lineId === line.id).map((other) => <Fragment key={other.concernId}><Link to={`/concerns/${other.concernId}`}>Open the other</Link> · </Fragment>)}
          {line.proof && <>Its number: <code>{line.proof}</code> · </>}
          {line.happenedAt && <>It happened <When at={line.happenedAt} within />. Written down </>}<When at={line.at} within={line.happenedAt !== null} />
          {line.mayStrike && <> · <Link to={`/concerns/${concernId}/lines/${line.number}`}>Strike it through<span className="visually-hidden">: line {line.number}</span></Link></>}
        </>} />
    ))}
  </Rows>
)
