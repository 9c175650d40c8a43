import { useEffect, useState } from 'react'
import type { PrintedConcern } from '#modules/cases/print-concern.server.ts'
import { lineGroups } from '#modules/safeguarding/line-groups.ts'
import { dangers } from '#modules/safeguarding/states.ts'
import { levels, stateWords } from '#modules/safeguarding/steps.ts'
import { sayLine } from '#modules/safeguarding/say-line.ts'
import { sayRaiser } from '#app/concerns/say-raiser.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/concerns/concerns.css'
import './printed-chronology.css'

const moment = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const whole = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
const sayMoment = (at: Date | string) => moment.format(new Date(at))
const sayDate = (day: string) => whole.format(new Date(`${day}T12:00:00Z`))

/** A chronology as it goes on paper: whole dates, numbered lines, what was left out, and who printed it when. */
export function PrintedChronology({ printed }: { printed: PrintedConcern }) {
  const { concern, now, groups, from, until, lines, link, printedAt, printedByName } = printed
  // The button comes with the script; without it the browser's own does.
  const [canPrint, setCanPrint] = useState(false)
  useEffect(() => setCanPrint(true), [])
  const left = lineGroups.filter(({ value }) => !groups.includes(value)).map(({ label }) => label.toLowerCase())
  const level = levels.find(({ value }) => value === now.level)?.label
  return (
    <Shell back={{ to: `/concerns/${concern.concernId}/print`, label: 'Choose what is printed' }}>
      <PageTitle kicker="Confidential: a safeguarding record">Chronology</PageTitle>
      {canPrint && <Bar><Button type="button" onClick={() => window.print()}>Print it</Button></Bar>}
      <Sheet aria-label="The concern">
        <dl className="printed-head">
          <div><dt>Setting</dt><dd>{concern.organisationName}</dd></div>
          <div><dt>Raised</dt><dd>{sayMoment(concern.raisedAt)} by {sayRaiser(concern)}, {dangers.find(({ value }) => value === concern.danger)?.short}{concern.isAboutAdult && ', about an adult'}</dd></div>
          <div><dt>Who</dt><dd className="said">{concern.who ?? 'This text was erased.'}</dd></div>
          <div><dt>What</dt><dd className="said">{concern.what ?? 'This text was erased.'}</dd></div>
          <div><dt>Now</dt><dd>{level ? `${level}, ` : ''}{stateWords[now.state]}{now.holderName && `, looked after by ${now.holderName}`}</dd></div>
          {concern.keptFromNames.length > 0 && <div><dt>Kept from</dt><dd>{concern.keptFromNames.join(', ')}</dd></div>}
        </dl>
      </Sheet>
      <Sheet aria-label="Lines">
        {concern.chronology.length === 0 && <p>No line is of that kind and time.</p>}
        <ol className="printed-lines">
          {concern.chronology.map((line) => (
            <li key={line.id}>
              <span className="printed-when">{line.number}. <time dateTime={line.at.toISOString()}>{sayMoment(line.at)}</time>{line.happenedAt && <> (of {sayMoment(line.happenedAt)})</>}</span>
              <b>{line.isStruck ? <><s>{sayLine(line)}</s> (struck through)</> : sayLine(line)}</b>
              {line.kind === 'action-set' && <span className="said chronology-words">{now.actions.find(({ id }) => id === line.id)?.what ?? 'This text was erased.'}</span>}
              {line.says.map(({ label, text }) => <span key={label} className="said chronology-words">{label && <span className="chronology-part">{label}</span>}{line.isStruck ? <s>{text}</s> : text}</span>)}
            </li>
          ))}
        </ol>
      </Sheet>
      <p className="small soft">
        Printed by {printedByName} on {sayMoment(printedAt)}, which is on record. {concern.chronology.length} of {lines} lines{from || until ? <>, {from && `from ${sayDate(from)}`} {until && `until ${sayDate(until)}`}</> : ''}.
        {left.length > 0 && <> Left out: {left.join('; ')}.</>} The newest link of the chain is <span className="printed-link">{link}</span>.
      </p>
    </Shell>
  )
}
