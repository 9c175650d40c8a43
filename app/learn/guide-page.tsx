import { Link } from '@remix-run/react'
import { patterns, type Pattern } from '#modules/curriculum/schema.ts'
import type { Jsonified } from '#app/http/jsonified.ts'
import type { GuideSeen } from '#modules/learning/find-guide.server.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { ChangesSince } from './changes-since.tsx'
import { GuideAnswers } from './guide-answers.tsx'
import { GuideStep } from './guide-step.tsx'
import { timeAt } from './time-at.ts'
import './guide.css'

const patternNames: Record<Pattern, string> = { five_session: 'Five sessions', two_day: 'Two days' }

/** How a session is taught: what to have ready, the run-sheet, and each step of it. Made to be printed, too. */
export function GuidePage({ guide, from }: { guide: Jsonified<GuideSeen>; from: string | null }) {
  const { course, session, sitting, steps, changes } = guide
  const time = (minute: number) => timeAt(from, sitting.minutesBefore + minute)
  return (
    <Shell back={{ to: `/learn/${course.slug}`, label: course.title }}>
      <PageTitle kicker={`Session ${session.number} of ${session.sessions}: for those who teach it`}>{session.title}</PageTitle>
      <nav className="guide-ways" aria-label="Timetable">
        {patterns.map((one) => <Link key={one} to={`?timetable=${one}${from ? `&from=${from}` : ''}`} aria-current={one === guide.pattern ? 'true' : undefined}>{patternNames[one]}</Link>)}
      </nav>
      {changes.length > 0 && <Sheet aria-labelledby="guide-changes"><h2 id="guide-changes">Not all phones show the same</h2><ChangesSince changes={changes} courseSlug={course.slug} /></Sheet>}
      <Sheet aria-labelledby="guide-aims"><h2 id="guide-aims">What they take home</h2><ul className="guide-list">{guide.aims.map((aim) => <li key={aim}>{aim}</li>)}</ul></Sheet>
      <Sheet aria-labelledby="guide-ready">
        <h2 id="guide-ready">Have ready</h2>
        <ul className="guide-list">{guide.materials.map((thing) => <li key={thing}>{thing}</li>)}</ul>
        <h3>The room</h3>
        <p>{guide.room}</p>
      </Sheet>
      <Sheet aria-labelledby="guide-safe"><h2 id="guide-safe">Keeping everybody safe</h2><ul className="guide-list">{guide.safety.map((note) => <li key={note}>{note}</li>)}</ul></Sheet>
      <Sheet aria-labelledby="guide-sheet">
        <h2 id="guide-sheet">Run-sheet</h2>
        <p className="soft small">{guide.minutes} minutes{sitting.of > 0 ? `, in sitting ${sitting.number} of ${sitting.of}` : ''}{sitting.minutesBefore > 0 ? `, which has been going for ${sitting.minutesBefore} minutes when this begins` : ''}.</p>
        <table className="guide-sheet">
          <thead><tr><th scope="col">{from ? 'Time' : 'Minute'}</th><th scope="col">What</th><th scope="col">Minutes</th></tr></thead>
          <tbody>{steps.map((step, place) => <tr key={place}><td>{time(step.at)}</td><th scope="row"><a href={`#step-${place + 1}`}>{step.title}</a></th><td>{step.minutes}</td></tr>)}</tbody>
          <tfoot><tr><td>{time(guide.minutes)}</td><th scope="row">The end</th><td>{guide.minutes}</td></tr></tfoot>
        </table>
      </Sheet>
      {steps.map((step, place) => <GuideStep key={place} step={step} number={place + 1} time={time(step.at)} courseSlug={course.slug} />)}
      <GuideAnswers answers={guide.answers} courseSlug={course.slug} />
    </Shell>
  )
}
