import type { Eyes, Row, Rule } from './world.ts'

const knowsOfAppeals: Rule = (row, eyes) => eyes.isMine(row.personId) || eyes.holds(row.organisationId, 'assessor', 'quality_assurer', 'coordinator', 'youth_worker', 'specialist')
const keeps = (caseId: string | null | undefined, eyes: Eyes) => {
  const found = eyes.the('MalpracticeCase', caseId)
  return found !== undefined && !eyes.isMine(found.aboutId) && eyes.holds(found.organisationId, 'head', 'quality_assurer')
}
const wroteItDown = (caseId: string | null | undefined, eyes: Eyes) => {
  const found = eyes.the('MalpracticeCase', caseId)
  return eyes.isMine(found?.reportedById) && !eyes.isMine(found?.aboutId)
}
const hadAPart = (appeal: Row, eyes: Eyes) => eyes.all('Decision').some((one) => one.registrationId === appeal.registrationId && one.criterionId === appeal.criterionId && eyes.isMine(one.byId))
  || eyes.all('AppealTaking').some((one) => one.appealId !== appeal.id && eyes.isMine(one.byId) && eyes.the('Appeal', one.appealId)?.decisionId === appeal.decisionId)

const asked: Rule = (row, eyes) => eyes.isMine(row.personId) || eyes.holds(row.organisationId, 'coordinator')
const isDone: Rule = (row, eyes) => asked(row, eyes) || (row.isAgreed === 'true' && eyes.holds(row.organisationId, 'assessor', 'quality_assurer', 'trainer'))

/** Adjustments, appeals and malpractice: whom it is about never reads a case. */
export const registersRules: Record<string, Rule> = {
  Adjustment: asked, AdjustmentAnswer: isDone,
  Appeal: knowsOfAppeals, AppealTaking: knowsOfAppeals, AppealOutcome: knowsOfAppeals,
  MalpracticeCase: (row, eyes) => keeps(row.id, eyes) || wroteItDown(row.id, eyes),
  MalpracticeNote: (row, eyes) => keeps(row.caseId, eyes),
  MalpracticeEnd: (row, eyes) => keeps(row.caseId, eyes) || wroteItDown(row.caseId, eyes),
}

/** The words: of an appeal not for whose decision it is about; of a case only for who looks into it. */
export const registersKeyRules: Record<string, Rule> = {
  Adjustment: asked, AdjustmentAnswer: isDone,
  Appeal: (row, eyes) => eyes.isMine(row.personId) || (eyes.holds(row.organisationId, 'assessor', 'quality_assurer') && !hadAPart(row, eyes)),
  AppealOutcome: (row, eyes) => eyes.isMine(row.personId) || eyes.holds(row.organisationId, 'assessor', 'quality_assurer', 'youth_worker', 'specialist'),
  MalpracticeCase: (row, eyes) => keeps(row.id, eyes),
  MalpracticeNote: (row, eyes) => keeps(row.caseId, eyes),
  MalpracticeEnd: (row, eyes) => keeps(row.caseId, eyes),
}
