import { notifications } from '../reporting/notified.ts'
import { additionNamed } from './additions.ts'
import type { ChronologyLine } from './find-concern.server.ts'
import { answers } from './referral-parts.ts'
import { sayNames } from './say-names.ts'
import { bases, recipients, whysNot } from './sharing.ts'
import { decisions, levels, outcomes, thresholds } from './steps.ts'

const label = (list: readonly { value: string; label: string }[], value: string | null) => list.find((one) => one.value === value)?.label ?? ''
/** Within a sentence; what is written in capitals stays so. */
const say = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
const wholeDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'long', day: 'numeric', month: 'long' })
const onDay = (day: string | null) => (day ? wholeDay.format(new Date(`${day}T12:00:00Z`)).replace(',', '') : '')

const notInTime = (clock: ChronologyLine['clock']) => clock === 'assessing' ? 'Not assessed in time' : clock === 'deciding' ? 'Not decided in time' : clock === 'reviewing' ? 'Not looked at again in time' : clock === 'signing' ? 'Not signed in time' : clock === 'left' ? 'Nobody looks after it any more' : clock === 'arriving' ? 'The other setting had not said in time that it has it' : 'Nobody had answered in time'

/** What a line says happened, as a sentence. */
export function sayLine(line: Omit<ChronologyLine, 'says' | 'at' | 'proof'>): string {
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
    case 'exported': return `${who} made a locked file of it`
    case 'broke-glass': return `${who} opened it, though it was not theirs to open, for an hour`
    case 'destroyed': return `${who} agreed that it is destroyed`
    case 'asked-who': return `${who} asked who wrote the answer`
    case 'added': return `${byName ?? 'The mentee'} added ${additionNamed(line.part ?? '')?.said ?? 'something'}`
    case 'categorised': return `${who} said what kind of worry it is: ${line.categories.map(say).join('; ')}`
    case 'marked': return `${byName ?? 'The mentee'} showed where it was seen: ${line.marks.length === 1 ? 'one mark' : `${line.marks.length} marks`}`
    case 'triaged': return `${who} assessed it: ${say(label(levels, line.level))}, ${say(label(thresholds, line.threshold))}`
    case 'discussed': return `${who} discussed it with ${whom}`
    case 'decided': return `${who} decided: ${say(label(decisions, line.decision))}${line.reviewOn ? `, to look again on ${onDay(line.reviewOn)}` : ''}`
    case 'action-set': return `${who} asked ${whom} to do something by ${onDay(line.dueOn)}`
    case 'action-read': return `${who} read what is to be done`
    case 'action-done': return `${who} said that what was asked for is done`
    case 'action-dropped': return `${who} called off what was asked for`
    case 'shared': return `${who} shared something with ${say(label(recipients, line.recipient))}: ${say(label(bases, line.basis))}`
    case 'not-shared': return `${who} decided not to share something with ${say(label(recipients, line.recipient))}: ${say(label(whysNot, line.whyNot))}`
    case 'referred': return `${who} referred it to ${agency}`
    case 'notified': return line.notified === 'delayed' ? `${who} wrote down why a report to the police or the local authority waits` : `${who} wrote down, as the law asks: ${say(label(notifications, line.notified))}`
    case 'pointed': return `${who} wrote part of this down in another record`
    case 'chased': return `${who} chased ${agency}`
    case 'escalated': return `${who} took it further: ${agency} had not answered, or they disagreed`
    case 'agency-answered': return `${who} wrote down what ${agency} answered: ${say(label(answers, line.answer))}`
    case 'reviewed': return `${who} looked at it again, and will on ${onDay(line.reviewOn)}`
    case 'handed-over': return byName !== null && people[0] === byName ? `${byName} took it over` : `${who} handed it to ${whom}`
    case 'brought-in': return `${who} brought ${whom} in`
    case 'let-go': return `${whom} no longer reads it, said ${who}`
    case 'let-in': return `${who} wrote down that it is not about ${whom}, who may read it again`
    case 'kept-from': return `${who} kept it from ${whom}`
    case 'closed': return `${who} said that it can be closed: ${label(outcomes, line.outcome).toLowerCase()}`
    case 'signed': return `${who} signed the closing`
    case 'not-signed': return `${who} did not sign, and sent it back`
    case 'reopened': return `${who} opened it again`
    case 'duplicate': return `${who} found that it is the same as another concern`
    case 'transferred': return `${who} handed it to another setting`
    case 'receipt': return byName ? `${byName} wrote down that the other setting has it` : 'Somebody with the link in the file said that they have it, under this name and role'
    case 'struck': return `${who} struck a line above through`
    default: return `${who} wrote`
  }
}
