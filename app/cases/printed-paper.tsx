import { useEffect, useState, type ReactNode } from 'react'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/concerns/concerns.css'
import './printed-chronology.css'

const moment = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const whole = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
/** A moment with its whole date, as it stands on paper. */
export const sayMoment = (at: Date | string) => moment.format(new Date(at))
const sayDate = (day: string) => whole.format(new Date(`${day}T12:00:00Z`))

type Line = { id: string; number: number; at: Date; happenedAt: string | Date | null; isStruck: boolean; title: string; more?: string | null; says: readonly { label: string | null; text: string }[] }
type Head = { term: string; said: ReactNode; isSaid?: boolean }
type Printed = { from: string | null; until: string | null; /** How many lines there are in all. */ lines: number; link: string; printedAt: Date; printedByName: string }
type Props = { title: string; back: string; head: readonly (Head | null | false)[]; lines: readonly Line[]; printed: Printed; /** What was left out, by name. */ left: readonly string[] }

/** A record as it goes on paper: whole dates, numbered lines, what was left out, and who printed it when. */
export function PrintedPaper({ title, back, head, lines, printed: { from, until, lines: all, link, printedAt, printedByName }, left }: Props) {
  // The button comes with the script; without it the browser's own does.
  const [canPrint, setCanPrint] = useState(false)
  useEffect(() => setCanPrint(true), [])
  return (
    <Shell back={{ to: back, label: 'Choose what is printed' }}>
      <PageTitle kicker="Confidential: a safeguarding record">{title}</PageTitle>
      {canPrint && <Bar><Button type="button" onClick={() => window.print()}>Print it</Button></Bar>}
      <Sheet aria-label="The concern">
        <dl className="printed-head">{head.map((row) => row && <div key={row.term}><dt>{row.term}</dt><dd className={row.isSaid ? 'said' : undefined}>{row.said}</dd></div>)}</dl>
      </Sheet>
      <Sheet aria-label="Lines">
        {lines.length === 0 && <p>No line is of that kind and time.</p>}
        <ol className="printed-lines">
          {lines.map((line) => (
            <li key={line.id}>
              <span className="printed-when">{line.number}. <time dateTime={line.at.toISOString()}>{sayMoment(line.at)}</time>{line.happenedAt && <> (of {sayMoment(line.happenedAt)})</>}</span>
              <b>{line.isStruck ? <><s>{line.title}</s> (struck through)</> : line.title}</b>
              {line.more && <span className="said chronology-words">{line.more}</span>}
              {line.says.map(({ label, text }) => <span key={label} className="said chronology-words">{label && <span className="chronology-part">{label}</span>}{line.isStruck ? <s>{text}</s> : text}</span>)}
            </li>
          ))}
        </ol>
      </Sheet>
      <p className="small soft">
        Printed by {printedByName} on {sayMoment(printedAt)}, which is on record. {lines.length} of {all} lines{from || until ? <>, {from && `from ${sayDate(from)}`} {until && `until ${sayDate(until)}`}</> : ''}.
        {left.length > 0 && <> Left out: {left.join('; ')}.</>} The newest link of the chain is <span className="printed-link">{link}</span>.
      </p>
    </Shell>
  )
}
