import type { PrintedConcern } from '#modules/cases/print-concern.server.ts'
import { lineGroups } from '#modules/safeguarding/line-groups.ts'
import { dangers } from '#modules/safeguarding/states.ts'
import { levels, stateWords } from '#modules/safeguarding/steps.ts'
import { sayLine } from '#modules/safeguarding/say-line.ts'
import { sayRaiser } from '#app/concerns/say-raiser.ts'
import { PrintedPaper, sayMoment } from './printed-paper.tsx'

/** A concern's chronology as it goes on paper. */
export function PrintedChronology({ printed }: { printed: PrintedConcern }) {
  const { concern, now, groups } = printed
  const level = levels.find(({ value }) => value === now.level)?.label
  return (
    <PrintedPaper title="Chronology" back={`/concerns/${concern.concernId}/print`} printed={printed} left={lineGroups.filter(({ value }) => !groups.includes(value)).map(({ label }) => label.toLowerCase())}
      head={[
        { term: 'Setting', said: concern.organisationName },
        { term: 'Raised', said: <>{sayMoment(concern.raisedAt)} by {sayRaiser(concern)}, {dangers.find(({ value }) => value === concern.danger)?.short}{concern.isAboutAdult && ', about an adult'}</> },
        { term: 'Who', said: concern.who ?? 'This text was erased.', isSaid: true },
        { term: 'What', said: concern.what ?? 'This text was erased.', isSaid: true },
        { term: 'Now', said: <>{level ? `${level}, ` : ''}{stateWords[now.state]}{now.holderName && `, looked after by ${now.holderName}`}</> },
        concern.keptFromNames.length > 0 && { term: 'Kept from', said: concern.keptFromNames.join(', ') },
      ]}
      lines={concern.chronology.map((line) => ({ ...line, title: sayLine(line), more: line.kind === 'action-set' ? (now.actions.find(({ id }) => id === line.id)?.what ?? 'This text was erased.') : null }))} />
  )
}
