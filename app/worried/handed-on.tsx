import { CircleCheck, HandHeart, Send } from 'lucide-react'
import type { ReactNode } from 'react'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'
import { AddMoreAboutAdult } from './add-more-about-adult.tsx'
import { AddMore } from './add-more.tsx'
import { NobodyHere, type Hours } from './nobody-here.tsx'
import { AndYou, type TimeOffered } from './and-you.tsx'
import { OutsideLines } from './outside-lines.tsx'
import { sayNames } from '#modules/safeguarding/say-names.ts'
import './worried.css'

type At = Date | string
export type HandedOnConcern = { raisedAt: At; receivedByName: string | null; receivedAt: At | null; takenOnByName: string | null; takenOnAt: At | null; organisationName: string; organisationPhone: string | null; toldNames: string[]; isSiteTold: boolean; added: readonly { id: string; at: At; part: string; hasMark: boolean }[]; isAdult: boolean; hours: Hours; /** A worry about an adult: what they added since, and whether it is closed. */ aboutAdult?: { isShut: boolean; added: readonly { id: string; at: At }[] } }

/** For whoever raised it: who has it, since when, what happens next, and what they can still add. Never what it says. `more`: the address under which each part is added. */
export function HandedOn({ concern, more, asked, time = null, isMentee = false }: { concern: HandedOnConcern; more: string; /** What the law asks of an adult. */ asked?: ReactNode; time?: TimeOffered | null; isMentee?: boolean }) {
  const { raisedAt, receivedByName, receivedAt, takenOnByName, takenOnAt, organisationName, organisationPhone, toldNames, isSiteTold, hours } = concern
  /** A worry about an adult is always kept by somebody. */
  const isUntold = toldNames.length === 0 && !receivedByName && !takenOnByName && !concern.aboutAdult
  const hasNobody = isUntold && !isSiteTold
  const title = takenOnByName ? `${takenOnByName} is looking after it` : receivedByName ? `${receivedByName} has it` : hasNobody ? 'No adult has it yet' : 'You have handed it on'
  const ring = organisationPhone && !isUntold && <>ring {organisationName} on <a href={`tel:${organisationPhone.replace(/\s/g, '')}`}>{organisationPhone}</a></>
  return (
    <div className="worried-page">
      <div aria-live="polite"><PageTitle kicker="Thank you. You were right to say something.">{title}</PageTitle></div>
      <Sheet aria-label="Who has it">
        <Rows ordered>
          <Row icon={Send} tone="rope" title={toldNames.length ? `${sayNames(toldNames)!} ${toldNames.length === 1 ? 'was' : 'were'} told` : 'It is written down safely'} detail={<When at={raisedAt} />} />
          {receivedByName && receivedAt && <Row icon={CircleCheck} tone="rope" title={`${receivedByName} has it`} detail={<When at={receivedAt} />} />}
          {takenOnByName && takenOnAt && <Row icon={HandHeart} tone="rope" title={`${takenOnByName} is looking after it`} detail={<When at={takenOnAt} />} />}
        </Rows>
        {!receivedByName && toldNames.length > 0 && <p className="small soft">{!isMentee && 'This page changes by itself when somebody says “I have it”. '}If nobody answers in time, they are called again, and so are the adults above them.</p>}
      </Sheet>
      {isUntold && <Note tone="signal">
        <p><b>Nobody at {organisationName} was told: no adult is left there who could be.</b> {isSiteTold ? 'The organisation that supports it was told that something waits, and not what you wrote.' : 'Nobody anywhere else was told either.'}</p>
        <p><b>Please tell somebody from outside now.</b> <OutsideLines /> They will listen and know what to do.</p>
      </Note>}
      {!receivedByName && toldNames.length > 0 && <NobodyHere hours={hours} hasNumbers />}
      {hasNobody ? <section className="stack"><h2 className="h3">What happens next</h2><p>What you wrote is kept, and no adult reads it. Ring one of those numbers, or tell an adult you trust: then somebody can help.</p></section> : <section className="stack">
        <h2 className="h3">What happens next</h2>
        <ol className="next-steps">
          {isUntold ? <li>Somebody outside {organisationName} is told where it waits, and that nobody there could be.</li> : <li>{takenOnByName ? `${takenOnByName} decides what has to be done, and does it with the people who can help.` : 'An adult reads it and says “I have it”. Then a safeguarding lead looks after it.'}</li>}
          <li>Somebody may ask you what you saw or heard. You do not have to find out more.</li>
          <li>You will not be told everything. That keeps the other person’s story private, and it does not mean nothing happens.</li>
          <li>If they talk to you about it again, listen, and say: “I told somebody who can help.” You do not have to know what happens.</li>
        </ol>
      </section>}
      <Note tone="sun"><b>If it gets worse, or you see danger:</b> call <a href="tel:999">999</a> and tell the nearest adult{ring && <>, or {ring}</>}.</Note>
      <AndYou isMentee={isMentee} hasNobody={hasNobody} time={time} />
      {asked}
      {concern.aboutAdult ? <AddMoreAboutAdult base={more} {...concern.aboutAdult} isMentee={isMentee} /> : <AddMore base={more} added={concern.added} isAdult={concern.isAdult} isMentee={isMentee} />}
    </div>
  )
}
