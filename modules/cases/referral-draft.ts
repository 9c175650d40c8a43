import type { OpenConcern } from '../safeguarding/find-concern.server.ts'
import { decisions } from '../safeguarding/steps.ts'
import type { OpenCase } from './find-case.server.ts'

type By = { name: string; role: string; organisationName: string; phone: string | null }
const joined = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join('\n')

/**
 * What a referral could say, from what the case already says: each part is for the lead to read, cut and put right before it goes. The name of a young
 * person who raised it is left out; a line that was struck through is not used.
 */
export function draftReferral(concern: OpenConcern, now: OpenCase, by: By): Record<string, string> {
  const lines = concern.chronology.filter((line) => !line.isStruck)
  const added = (part: string) => lines.filter((line) => line.kind === 'added' && line.part === part).flatMap((line) => line.says.map(({ text }) => text))
  const last = (kind: string) => lines.findLast((line) => line.kind === kind)?.says ?? []
  const part = (kind: string, label: string) => last(kind).find((one) => one.label === label)?.text ?? ''
  const decided = lines.findLast((line) => line.kind === 'decided')?.decision
  return {
    child: concern.who ?? '',
    said: joined(concern.what, ...added('words')),
    seen: joined(...added('seen'), ...added('happened')),
    risks: part('triaged', 'What makes it worse'), strengths: part('triaged', 'What keeps them safer'),
    wishes: joined(...added('wishes'), part('triaged', 'What the young person wants')),
    done: joined(concern.firstStep && `First: ${concern.firstStep}`, ...added('now'), ...now.actions.filter(({ end }) => end !== 'dropped').map(({ what, end, ownerName }) => what && `${end === 'done' ? 'Done' : 'Under way'}: ${what}${ownerName ? ` (${ownerName})` : ''}`)),
    family: part('decided', 'What the family knows'),
    ask: decided ? `${decisions.find(({ value }) => value === decided)!.label}. ${part('decided', 'Why')}`.trim() : '',
    referrer: joined(`${by.name}, ${by.role}`, by.organisationName, by.phone),
  }
}
