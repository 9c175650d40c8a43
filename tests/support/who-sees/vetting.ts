import type { Eyes, Row, Rule } from './world.ts'

const readsRegister = (row: Row, eyes: Eyes) => eyes.holds(row.organisationId, 'coordinator', 'safeguarding_lead', 'deputy_lead', 'head', 'programme_lead')
const check: Rule = (row, eyes) => eyes.isMine(row.personId) || readsRegister(row, eyes)

/** Checks on adults: whose they are, who keeps the register of the place, and its head. */
export const vettingRules: Record<string, Rule> = {
  VettingCheck: check,
  VettingCheckStruck: (row, eyes) => { const of = eyes.the('VettingCheck', row.checkId); return of !== undefined && check(of, eyes) },
  VettingRule: readsRegister, VettingNeed: readsRegister, VettingWarning: () => false,
}
