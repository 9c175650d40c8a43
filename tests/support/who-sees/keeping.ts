import { keepsAdult, keptAdult } from './adults.ts'
import type { Eyes, Row, Rule } from './world.ts'

const isLead = (row: Row, eyes: Eyes) => eyes.holds(row.organisationId, 'safeguarding_lead', 'deputy_lead')
const isAboutMe = (concernId: string | null | undefined, eyes: Eyes) => eyes.all('ConcernKeptFrom').some((row) => row.concernId === concernId && eyes.isMine(row.personId))
/** What two people let go of is nobody's to read. */
export const isGone = (concernId: string | null | undefined, eyes: Eyes): boolean => eyes.all('ConcernDestroyed').some((row) => row.concernId === concernId)

const isOfRegister = (row: Row) => row.rule!.startsWith('adults.')
const itemsOf = (row: Row, eyes: Eyes) => eyes.all('DestructionItem').filter((item) => item.destructionId === row.id)

const hold: Rule = (row, eyes) => row.adultConcernId ? keepsAdult(row.adultConcernId, eyes) : isLead(row, eyes) && !eyes.isMine(row.personId) && !isAboutMe(row.concernId, eyes) && !isGone(row.concernId, eyes)
const keptLonger: Rule = (row, eyes) => isOfRegister(row) ? keepsAdult(row.subjectId, eyes) : isLead(row, eyes) && !isAboutMe(row.subjectId, eyes) && !isGone(row.subjectId, eyes)
const destruction: Rule = (row, eyes) => isOfRegister(row) ? itemsOf(row, eyes).every((item) => keptAdult(item.subjectId!, eyes)) : isLead(row, eyes) && !itemsOf(row, eyes).some((item) => isAboutMe(item.subjectId, eyes))

export const keepingRules: Record<string, Rule> = {
  LegalHold: hold, KeptLonger: keptLonger, Destruction: destruction,
  DestructionItem: (row, eyes) => destruction(eyes.the('Destruction', row.destructionId)!, eyes),
  // Jobs alone.
  ConcernDestroyed: () => false, AdultDestroyed: () => false,
}
