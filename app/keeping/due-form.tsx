import { Link } from '@remix-run/react'
import { subjectOf } from '#modules/keeping/subject.ts'
import type { Due } from '#modules/keeping/what-is-due.server.ts'
import type { Refusal } from '#app/http/refusals.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { longerPageOf, pageOf, SaySubject } from '#app/keeping/say-subject.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'
import './keeping.css'

export type Group = { id: string; organisationId: string; organisationName: string; rule: string; label: string; long: string; since: string; due: (Omit<Due, 'dueAt' | 'raisedAt' | 'endedAt' | 'keptUntil'> & { dueAt: Date | string; raisedAt: Date | string; endedAt: Date | string | null; keptUntil: Date | string | null })[] }

/** What one rule says is due in a setting: read it, keep it longer, or ask a colleague to agree that it goes. */
export function DueForm({ group, refusal, isNamed }: { group: Group; refusal?: Refusal; isNamed: boolean }) {
  const { id, organisationId, organisationName, rule, label, long, since, due } = group
  const isAdult = subjectOf(rule) === 'adult'
  const isRefused = refusal?.said.rule === rule && refusal.said.organisationId === organisationId
  const said = (name: string) => (isRefused ? refusal.said[name] : undefined)
  const problem = (name: string) => (isRefused ? refusal.fields[name] : undefined)
  const free = due.filter((one) => !one.isHeld && !one.isAsked)
  const heading = `due-${organisationId}-${rule.replaceAll(/\W+/g, '-')}`
  return (
    <Sheet aria-labelledby={heading}>
      <h2 id={heading} className="h3">{label}{isNamed && `, ${organisationName}`}</h2>
      <p className="soft small">Kept for {long}, {since}. Read each once more: what is needed, you keep longer.</p>
      <DraftForm className="stack" about={`destroy/${organisationId}/${rule}`} id={said('id') ?? id}>
        {isRefused && <Problem message={refusal.message} />}
        <input type="hidden" name="organisationId" value={organisationId} />
        <input type="hidden" name="rule" value={rule} />
        <fieldset className="due-list">
          <legend className="label">What has been kept long enough</legend>
          {problem('subjectIds') && <Problem message={problem('subjectIds')} />}
          {due.map((one) => (
            <div key={one.subjectId} className="due-row">
              <Choice type="checkbox" name={`subject-${one.subjectId}`} value="yes" disabled={one.isHeld || one.isAsked} defaultChecked={said(`subject-${one.subjectId}`) === 'yes'}
                label={isAdult ? <>Handed on <When at={one.raisedAt} day within /></> : <>Raised <When at={one.raisedAt} day within /> by {one.raisedByName ?? 'a mentee'}</>}
                hint={one.isHeld ? <b>Held: it stays, whatever the rule says.</b> : one.isAsked ? 'A colleague has been asked to agree.' : <>{one.endedAt && <>Closed <When at={one.endedAt} day within />. </>}Due since <When at={one.dueAt} day within />.{one.keptUntil && ' It was kept longer before.'}</>} />
              <p className="due-ways"><Link to={pageOf(rule, one.subjectId)}>Read it<span className="visually-hidden">: <SaySubject one={one} /></span></Link>{!one.isHeld && !one.isAsked && <Link to={longerPageOf(rule, one.subjectId)}>Keep it longer<span className="visually-hidden">: <SaySubject one={one} /></span></Link>}</p>
            </div>
          ))}
        </fieldset>
        {free.length > 0 && <>
          <WordsField name="words" label="What you looked at, and why they are no longer needed" hint="Nobody’s name. It goes with what is destroyed." rows={3} longest={2000} said={said} problem={problem} />
          <Reads><b>{isAdult ? 'Whoever else keeps them' : 'Another lead or deputy'}</b> reads this, and the concerns themselves. Nothing goes until they agree{isAdult && free.length > 1 && ': to each by itself, as not everybody keeps the same'}.</Reads>
          <div><Button>Ask a colleague to agree</Button></div>
        </>}
      </DraftForm>
    </Sheet>
  )
}
