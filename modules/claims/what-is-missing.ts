import { ageOn, youngestToClaim } from './age.ts'
import { standInUln, whatIsWrongWith } from './uln.ts'

/** A learner's details as they were entered. */
export type Details = { forenames: string; surname: string; bornOn: string; uln: string | null }

export type Facts = {
  name: string; isWithdrawn: boolean; criteria: number; met: number; isSignedOff: boolean; isHeld: boolean; needsColleague: boolean; details: Details | null; needsUln: boolean
  /** The day it is, as 2026-11-22. */
  today: string
}

/** What stands between a learner and being claimed, in words, the weightiest first; empty when nothing does. */
export function whatIsMissing({ name, isWithdrawn, criteria, met, isSignedOff, isHeld, needsColleague, details, needsUln, today }: Facts): string[] {
  if (isWithdrawn) return [`${name} is withdrawn, so there is nothing to claim.`]
  const isTooYoung = details && ageOn(details.bornOn, today) < youngestToClaim
  if (isTooYoung) return [`${name} is under ${youngestToClaim}: they get a course certificate, not a claim.`]
  return [
    met < criteria && `${met} of ${criteria} criteria are met. Every one has to be.`,
    !isSignedOff && 'A quality assurer has not signed them off yet.',
    needsColleague && 'An assessor’s qualification had run out or was struck through. Another assessor countersigns their decisions first.',
    isHeld && 'Their claim waits for now. The head or a quality assurer can say when it may go.',
    !details && 'Their details are not entered yet: name as on documents, date of birth and ULN.',
    details && ulnMissing(details.uln, needsUln),
  ].filter((one) => typeof one === 'string')
}

function ulnMissing(uln: string | null, needsUln: boolean): string | false {
  if (!uln) return needsUln && 'Their ULN is not entered. This awarding body needs it.'
  if (uln === standInUln) return needsUln && `${standInUln} only stands in. Ask the Learning Records Service for their own number.`
  return whatIsWrongWith(uln) ?? false
}
