import type { Rule } from './world.ts'

const coordinates: Rule = (row, eyes) => eyes.holds(row.organisationId, 'coordinator')
const theyOrCoordinators: Rule = (row, eyes) => eyes.isMine(row.personId) || coordinates(row, eyes)

/** Claims: the coordinator's of the setting, and what is said of a learner the learner's. */
export const claimsRules: Record<string, Rule> = {
  ClaimDetails: theyOrCoordinators, Claim: theyOrCoordinators, ClaimState: theyOrCoordinators,
  ClaimTemplate: coordinates, ClaimBatch: coordinates,
}

/** What the awarding body asked is the coordinator's to answer; the learner knows that something was asked. */
export const claimsKeyRules: Record<string, Rule> = { ClaimDetails: theyOrCoordinators, Claim: theyOrCoordinators, ClaimState: coordinates }
