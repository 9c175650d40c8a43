import type { Eyes, Row, Rule } from './world.ts'

const isLead = (row: Row, eyes: Eyes) => eyes.holds(row.organisationId, 'safeguarding_lead', 'deputy_lead')
const isAboutMe = (concernId: string | null | undefined, eyes: Eyes) => eyes.all('ConcernKeptFrom').some((row) => row.concernId === concernId && eyes.isMine(row.personId))
/** What two people let go of is nobody's to read. */
export const isGone = (concernId: string | null | undefined, eyes: Eyes): boolean => eyes.all('ConcernDestroyed').some((row) => row.concernId === concernId)

const hold: Rule = (row, eyes) => isLead(row, eyes) && !eyes.isMine(row.personId) && !isAboutMe(row.concernId, eyes) && !isGone(row.concernId, eyes)
const keptLonger: Rule = (row, eyes) => isLead(row, eyes) && !isAboutMe(row.subjectId, eyes) && !isGone(row.subjectId, eyes)
const destruction: Rule = (row, eyes) => isLead(row, eyes) && !eyes.all('DestructionItem').some((item) => item.destructionId === row.id && isAboutMe(item.subjectId, eyes))

export const keepingRules: Record<string, Rule> = {
  LegalHold: hold, KeptLonger: keptLonger, Destruction: destruction,
  DestructionItem: (row, eyes) => destruction(eyes.the('Destruction', row.destructionId)!, eyes),
  // Jobs alone.
  ConcernDestroyed: () => false,
}
