import type { PrintedAdultConcern } from '#modules/adults/print-adult-concern.server.ts'
import { adultLineGroups } from '#modules/adults/line-groups.ts'
import { stateWords, weightWords } from '#modules/adults/steps.ts'
import { dangers } from '#modules/safeguarding/states.ts'
import { PrintedPaper, sayMoment } from '#app/cases/printed-paper.tsx'
import { SayOrigin } from '#app/worried/say-origin.tsx'
import { sayAdultLine } from './say-line.ts'

/** The record of a concern about an adult as it goes on paper. A name that is kept apart is not on it, and it says so. */
export function PrintedRecord({ printed }: { printed: PrintedAdultConcern }) {
  const { now, groups } = printed
  const left = adultLineGroups.filter(({ value }) => !groups.includes(value)).map(({ label }) => label.replace(/^(?!The LADO)./, (first) => first.toLowerCase()))
  const erased = 'This text was erased.'
  return (
    <PrintedPaper title="A concern about an adult" back={`/concerns/adults/${now.id}/print`} printed={printed} left={now.isApart ? ['the name of whoever handed it on, which is kept apart', ...left] : left}
      head={[
        { term: 'Setting', said: now.organisationName },
        { term: 'About', said: <>{now.about?.name ?? now.who ?? erased}{now.about?.age ? `, a peer mentor of ${now.about.age}` : ''}{now.isSelf && ', who shared it themselves'}</> },
        now.about !== null && now.who !== null && now.who !== now.about.name && { term: 'As written', said: now.who, isSaid: true },
        { term: 'Handed on', said: <>{sayMoment(now.sharedAt)}{now.sharedBy && ` by ${now.sharedBy}`}{now.toldBy && `, as told by ${now.toldBy}`}, {dangers.find(({ value }) => value === now.danger)?.short}</> },
        now.child !== null && { term: 'To do with', said: now.child, isSaid: true },
        { term: 'What', said: now.what ?? erased, isSaid: true },
        now.origin && { term: 'It comes from', said: <SayOrigin origin={now.origin} /> },
        { term: 'Now', said: <>{now.weight && `${weightWords[now.weight]}, `}{stateWords[now.state]}{now.holderName && `, looked after by ${now.holderName}`}</> },
        now.keptFromNames.length > 0 && { term: 'Kept from', said: now.keptFromNames.join(', ') },
      ]}
      lines={now.lines.map((line) => ({ ...line, title: sayAdultLine(line) }))} />
  )
}
