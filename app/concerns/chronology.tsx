import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import {
  ArrowRightLeft, Ban, CalendarClock, CircleCheck, ClipboardList, Copy, Eye, EyeOff, FileDown, HandHeart, KeyRound, Landmark, Lock, LockOpen, MessageSquarePlus, MessagesSquare, MoveUp, NotebookPen, OctagonMinus, PenLine, PersonStanding, Printer, Send, Share2, ShieldCheck,
  Signpost, SquareCheck, Strikethrough, Tags, Undo2, UserMinus, UserPlus, UserRoundSearch, type LucideIcon,
} from 'lucide-react'
import type { ChronologyLine } from '#modules/safeguarding/find-concern.server.ts'
import { additionNamed } from '#modules/safeguarding/additions.ts'
import { notifications } from '#modules/reporting/notified.ts'
import { answers } from '#modules/safeguarding/referral-parts.ts'
import { bases, recipients, whysNot } from '#modules/safeguarding/sharing.ts'
import { decisions, levels, outcomes, thresholds } from '#modules/safeguarding/steps.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { sayWholeDay } from '#app/ui/say-when.ts'
import { When } from '#app/ui/when.tsx'
import { sayNames } from '#app/worried/say-names.ts'

export type Line = Omit<ChronologyLine, 'at'> & { at: Date | string }

const icons: Record<string, LucideIcon> = {
  raised: HandHeart, told: Send, received: CircleCheck, 'taken-on': ShieldCheck, climbed: MoveUp, looked: Eye, printed: Printer, 'asked-who': UserRoundSearch, 'broke-glass': KeyRound, note: NotebookPen, added: MessageSquarePlus, marked: PersonStanding, categorised: Tags, struck: Strikethrough,
  triaged: ClipboardList, discussed: MessagesSquare, decided: Signpost, 'action-set': PenLine, 'action-done': SquareCheck, 'action-dropped': Ban, referred: Landmark, 'agency-answered': Landmark, notified: Landmark, chased: Landmark, escalated: Landmark, reviewed: CalendarClock,
  shared: Share2, 'not-shared': OctagonMinus, 'handed-over': ArrowRightLeft, 'brought-in': UserPlus, 'let-go': UserMinus, 'kept-from': EyeOff, closed: Lock, signed: Lock, 'not-signed': Undo2, reopened: LockOpen, duplicate: Copy, transferred: FileDown,
}
const quiet = ['raised', 'told', 'received', 'looked', 'printed']

/** Everything that was said and done about a concern, in order. Lines are added, never changed; a mistaken one is struck through by a later one. */
export const Chronology = ({ concernId, lines, linked = [] }: { concernId: string; lines: readonly Line[]; /** Of the concerns that lines speak of, those the viewer may open. */ linked?: readonly { concernId: string; lineId: string | null }[] }) => (
  <Rows ordered label="Chronology">
    {lines.map((line) => (
      <Row key={line.id} icon={icons[line.kind]} tone={line.kind === 'climbed' ? 'sun' : quiet.includes(line.kind) ? 'plain' : 'dusk'}
        title={line.isStruck ? <><s>{sayLine(line)}</s> <span className="soft">(struck through)</span></> : sayLine(line)}
        detail={<>
          {line.kind === 'added' || line.kind === 'marked' ? <><a href={`#line-${line.number}`}>Read it above<span className="visually-hidden">: line {line.number}</span></a> · </> : line.kind === 'referred' ? <><Link to={`/concerns/${concernId}/referrals/${line.number}`}>Read it<span className="visually-hidden">: line {line.number}</span></Link> · </> : line.says.map(({ label, text }) => <span key={label} className="said chronology-words">{label && <b className="chronology-part">{label}</b>}{line.isStruck ? <s>{text}</s> : text}</span>)}
          {line.kind === 'duplicate' && linked.filter(({ lineId }) => lineId === line.id).map((other) => <Fragment key={other.concernId}><Link to={`/concerns/${other.concernId}`}>Open the other</Link> · </Fragment>)}
          {line.happenedAt && <>It happened <When at={line.happenedAt} within />. Written down </>}<When at={line.at} within={line.happenedAt !== null} />
          {line.mayStrike && <> · <Link to={`/concerns/${concernId}/lines/${line.number}`}>Strike it through<span className="visually-hidden">: line {line.number}</span></Link></>}
        </>} />
    ))}
  </Rows>
)

const label = (list: readonly { value: string; label: string }[], value: string | null) => list.find((one) => one.value === value)?.label ?? ''
/** Within a sentence; what is written in capitals stays so. */
const say = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
const onDay = (day: string | null) => (day ? sayWholeDay(new Date(`${day}T12:00:00Z`)) : '')

const notInTime = (clock: Line['clock']) => clock === 'assessing' ? 'Not assessed in time' : clock === 'deciding' ? 'Not decided in time' : clock === 'reviewing' ? 'Not looked at again in time' : clock === 'signing' ? 'Not signed in time' : 'Nobody had answered in time'

/** What a line says happened, as a sentence. */
export function sayLine(line: Omit<Line, 'says'>): string {
  const { kind, byName, people } = line
  const who = byName ?? 'Somebody'
  const whom = sayNames(people) ?? 'somebody'
  const agency = line.agencyName ?? 'an agency'
  switch (kind) {
    case 'raised': return byName ? `${byName} raised it` : 'A mentee raised it'
    case 'told': return line.coversForName ? `${whom} told: covers for ${line.coversForName}` : people.length ? `${whom} told at once` : 'Nobody here could be told'
    case 'received': return `${who} said “I have it”`
    case 'taken-on': return `${who} took it on`
    case 'climbed': return `${notInTime(line.clock)}${people.length ? `: ${whom} told` : ', and nobody stands above'}`
    case 'looked': return `${who} looked at it`
    case 'printed': return `${who} printed it or took it out`
    case 'broke-glass': return `${who} opened it, though it was not theirs to open, for an hour`
    case 'asked-who': return `${who} asked who wrote the answer`
    case 'added': return `${byName ?? 'The mentee'} added ${additionNamed(line.part ?? '')?.said ?? 'something'}`
    case 'categorised': return `${who} said what kind of worry it is: ${line.categories.map(say).join('; ')}`
    case 'marked': return `${byName ?? 'The mentee'} showed where it was seen: ${line.marks.length === 1 ? 'one mark' : `${line.marks.length} marks`}`
    case 'triaged': return `${who} assessed it: ${say(label(levels, line.level))}, ${say(label(thresholds, line.threshold))}`
    case 'discussed': return `${who} discussed it with ${whom}`
    case 'decided': return `${who} decided: ${say(label(decisions, line.decision))}${line.reviewOn ? `, to look again on ${onDay(line.reviewOn)}` : ''}`
    case 'action-set': return `${who} asked ${whom} to do something by ${onDay(line.dueOn)}`
    case 'action-done': return `${who} said that what was asked for is done`
    case 'action-dropped': return `${who} called off what was asked for`
    case 'shared': return `${who} shared something with ${say(label(recipients, line.recipient))}: ${say(label(bases, line.basis))}`
    case 'not-shared': return `${who} decided not to share something with ${say(label(recipients, line.recipient))}: ${say(label(whysNot, line.whyNot))}`
    case 'referred': return `${who} referred it to ${agency}`
    case 'notified': return line.notified === 'delayed' ? `${who} wrote down why a report to the police or the local authority waits` : `${who} wrote down, as the law asks: ${say(label(notifications, line.notified))}`
    case 'chased': return `${who} chased ${agency}`
    case 'escalated': return `${who} took it further: ${agency} had not answered, or they disagreed`
    case 'agency-answered': return `${who} wrote down what ${agency} answered: ${say(label(answers, line.answer))}`
    case 'reviewed': return `${who} looked at it again, and will on ${onDay(line.reviewOn)}`
    case 'handed-over': return byName !== null && people[0] === byName ? `${byName} took it over` : `${who} handed it to ${whom}`
    case 'brought-in': return `${who} brought ${whom} in`
    case 'let-go': return `${whom} no longer reads it, said ${who}`
    case 'kept-from': return `${who} kept it from ${whom}`
    case 'closed': return `${who} said that it can be closed: ${label(outcomes, line.outcome).toLowerCase()}`
    case 'signed': return `${who} signed the closing`
    case 'not-signed': return `${who} did not sign, and sent it back`
    case 'reopened': return `${who} opened it again`
    case 'duplicate': return `${who} found that it is the same as another concern`
    case 'transferred': return `${who} handed it to another setting`
    case 'struck': return `${who} struck a line above through`
    default: return `${who} wrote`
  }
}
