import type { AdultLine } from '#modules/adults/find-adult-concern.server.ts'
import { outcomes } from '#modules/adults/steps.ts'
import { harms } from '#modules/safeguarding/referral-parts.ts'
import { sayNames } from '#modules/safeguarding/say-names.ts'

type Line = Pick<AdultLine, 'kind' | 'byName' | 'people' | 'weight' | 'harm' | 'outcome' | 'clock' | 'isAway'>

/** What a line of the record of a concern about an adult says happened, as a sentence. */
export function sayAdultLine({ kind, byName, people, weight, harm, outcome, clock, isAway }: Line): string {
  const who = byName ?? 'Somebody'
  const whom = sayNames(people)
  switch (kind) {
    case 'raised': return byName ? `${byName} handed it on` : 'Somebody handed it on'
    case 'told': return isAway ? `Too few of those below are there to keep it: ${whom ?? 'nobody'} told at once` : whom ? `${whom} told at once` : 'Nobody else had to be told'
    case 'came-from': return byName ? `${byName} said where it comes from` : 'Whoever handed it on said where it comes from'
    case 'climbed': return `${clock === 'held' ? 'Nobody had said “I have it” in time' : clock === 'reviewing' ? 'Nobody did anything about it in time' : clock === 'signing' ? 'Not signed within one working day' : 'Not decided within one working day'}${whom ? `: ${whom} told` : ', and nobody stands above'}`
    case 'looked': return `${who} looked at it`
    case 'printed': return `${who} printed it`
    case 'held': return `${who} said “I have it”`
    case 'took-over': return `${who} took it over`
    case 'added': return `${byName ?? 'Whoever handed it on'} added to it`
    case 'note': return `${who} wrote`
    case 'acted': return `${who} wrote down what was done`
    case 'weighed': return weight === 'allegation' ? `${who} weighed it: it meets the harm threshold. ${harms.find(({ value }) => value === harm)?.label ?? ''}` : `${who} weighed it: a low-level concern`
    case 'lado-told': return `${who} told the LADO`
    case 'asked-sharer': return `${who} asked who handed it on`
    case 'kept-from': return `${who} kept it from ${people[0] ?? 'somebody'}${people.length > 1 ? `; ${sayNames(people.slice(1))!} told` : ''}`
    case 'brought-in': return `${who} brought ${whom ?? 'somebody'} in`
    case 'closed': return `${who} said that it can be closed. ${outcomes.find(({ value }) => value === outcome)?.label ?? ''}`
    case 'signed': return `${who} signed the closing`
    case 'not-signed': return `${who} did not sign, and sent it back`
    case 'reopened': return `${who} opened it again`
    case 'struck': return `${who} struck a line above through`
    default: return `${who} wrote`
  }
}
