import { dayOf } from '../age.ts'
import type { ClaimRow } from '../template.ts'
import type { Candidate } from './claim-facts.server.ts'

/** What is said of one learner: their part of the row. */
export type OfLearner = Omit<ClaimRow, 'qualificationCode' | 'qualificationTitle' | 'version'>

export const ofLearner = ({ details, registeredAt, lastMetAt, signedOffAt, assessors, signedOffBy }: Candidate): OfLearner => ({
  uln: details?.uln ?? '', forenames: details?.forenames ?? '', surname: details?.surname ?? '', bornOn: details?.bornOn ?? '',
  registeredOn: dayOf(registeredAt), completedOn: lastMetAt ? dayOf(lastMetAt) : '', signedOffOn: signedOffAt ? dayOf(signedOffAt) : '', assessor: assessors, qualityAssurer: signedOffBy,
})

/** The whole row: a specification's version never changes, so that what was sent is whole with it. */
export const claimRow = (learner: OfLearner, { code, title, version }: { code: string; title: string; version: number }): ClaimRow => ({ ...learner, qualificationCode: code, qualificationTitle: title, version: String(version) })
