import type { Eyes, Row, Rule } from './world.ts'
import { claimsKeyRules } from './claims.ts'
import { adultsKeyRules, adultsRules } from './adults.ts'
import { brokeIt } from './glass.ts'
import { isGone, keepingRules } from './keeping.ts'
import { registersKeyRules } from './registers.ts'
import { decisionOpenToMe, readsFeedback, workRules } from './work.ts'

const isKeptFromMe = (concernId: string, eyes: Eyes) => eyes.all('ConcernKeptFrom').some((row) => row.concernId === concernId && eyes.isMine(row.personId))
const isTakenOn = (concernId: string, eyes: Eyes) => eyes.all('TakingOn').some((row) => row.concernId === concernId)

/** The adults who may have a part in a case. Whoever holds another role only, does not. */
const mayHavePart = ['youth_worker', 'specialist', 'safeguarding_lead', 'deputy_lead', 'head', 'coordinator', 'programme_lead'] as const

/** Who reads a concern: leads and deputies of the setting; a head once told; a youth worker who was told, until it is taken on. Never whom it is kept from. */
function reads(concernId: string | null, eyes: Eyes): boolean {
  const concern = eyes.the('Concern', concernId)
  if (!concern || isGone(concern.id, eyes) || isKeptFromMe(concern.id!, eyes)) return false
  const wasTold = eyes.all('ConcernAlert').some((row) => row.concernId === concern.id && eyes.isMine(row.personId) && row.rung !== 'delivery_site')
  const isBroughtIn = eyes.all('CaseReader').some((row) => row.concernId === concern.id && eyes.isMine(row.personId) && !row.endedAt) && eyes.holds(concern.organisationId, ...mayHavePart)
  const hasOpened = eyes.all('GlassBroken').some((row) => row.concernId === concern.id && brokeIt(row, eyes))
  return hasOpened || isBroughtIn || eyes.holds(concern.organisationId, 'safeguarding_lead', 'deputy_lead')
    || (wasTold && (eyes.holds(concern.organisationId, 'head', 'programme_lead') || (eyes.holds(concern.organisationId, 'youth_worker') && !isTakenOn(concern.id!, eyes))))
}

const raisedIt = (concernId: string | null, eyes: Eyes) => {
  const concern = eyes.the('Concern', concernId)
  return !isGone(concernId, eyes) && (eyes.isMine(concern?.raisedById) || (eyes.mentee !== undefined && concern?.raisedByMenteeId === eyes.mentee.id))
}
const receivedIt = (concernId: string | null, eyes: Eyes) => !isGone(concernId, eyes) && !isKeptFromMe(concernId!, eyes)
  && eyes.all('ConcernReceipt').some((row) => row.concernId === concernId && eyes.isMine(row.byId) && eyes.holds(row.organisationId))

/** Does this one cover for the owner now? A lead or deputy is covered by another, a youth worker by any of them or another youth worker. */
const coversFor = (personId: string | null | undefined, organisationId: string | null | undefined, eyes: Eyes) => eyes.all('Absence').some((row) => row.organisationId === organisationId && row.personId === personId && eyes.isMine(row.coverId) && eyes.lasts(row))
  && eyes.holds(organisationId, 'youth_worker', 'safeguarding_lead', 'deputy_lead')
const ownsAction: Rule = (row, eyes) => eyes.isMine(row.ownerId) && eyes.holds(row.organisationId, ...mayHavePart) && !isKeptFromMe(row.concernId!, eyes)
const action: Rule = (row, eyes) => reads(row.concernId!, eyes) || ownsAction(row, eyes) || (coversFor(row.ownerId, row.organisationId, eyes) && !isKeptFromMe(row.concernId!, eyes))
/** A mentee who raised what I read: nobody can look after a child without knowing which child it is. */
const toldMe: Rule = (mentee, eyes) => eyes.all('Concern').some((row) => row.raisedByMenteeId === mentee.id && reads(row.id!, eyes))
const readers: Rule = (row, eyes) => reads(row.concernId!, eyes)
/** Two concerns that belong together: whoever reads one learns nothing of the other. */
const readersOfBoth: Rule = (row, eyes) => reads(row.concernId!, eyes) && reads(row.otherId!, eyes)
const knowers: Rule = (row, eyes) => reads(row.concernId!, eyes) || raisedIt(row.concernId!, eyes) || receivedIt(row.concernId!, eyes)

const keepsWebhook: Rule = (row, eyes) => eyes.holds(row.organisationId, 'safeguarding_lead', 'deputy_lead', 'programme_lead')
const triesWebhook: Rule = (row, eyes) => keepsWebhook(row, eyes) || eyes.holds(row.organisationId, 'coordinator')

/** Whom a setting turns to outside, for its adults. */
const directory: Rule = (row, eyes) => eyes.holds(row.organisationId, 'youth_worker', 'specialist', 'safeguarding_lead', 'deputy_lead', 'head', 'coordinator', 'trainer')

export const safeguardingRules: Record<string, Rule> = {
  Concern: (row, eyes) => reads(row.id!, eyes) || raisedIt(row.id!, eyes) || receivedIt(row.id!, eyes),
  ConcernReceipt: knowers, TakingOn: knowers,
  ConcernAlert: (row, eyes) => reads(row.concernId!, eyes) || raisedIt(row.concernId!, eyes),
  ConcernKeptFrom: readers, ConcernClimb: readers, ChronologyEntry: readers, ChronologyHead: readers, ConcernAnswer: readers, GlassBroken: readers, ConcernOrigin: readers,
  ConcernLink: readersOfBoth,
  Mentee: (row, eyes) => workRules.Mentee!(row, eyes) || toldMe(row, eyes),
  CaseReader: readers, CaseClimb: readers, CaseAction: action, CaseActionEnd: (row, eyes) => action(eyes.the('CaseAction', row.actionId)!, eyes),
  ...adultsRules,
  ...keepingRules,
  // Jobs alone.
  ToldTotal: () => false,
  // Compared at the door, and read by nobody.
  ReceiptCode: () => false,
  DayRoot: () => false, SettingRoot: () => false, AnchoredHead: () => false,
  ReportingDuty: (row, eyes) => eyes.holds(row.organisationId),
  // An attempt is its concern's; a trial of a webhook is about none.
  ConcernAttempt: (row, eyes) => (row.concernId ? reads(row.concernId, eyes) : !row.personId && !row.rung && row.way === 'webhook' && triesWebhook(row, eyes)), Webhook: triesWebhook, WebhookSecret: keepsWebhook, WebhookSeen: (row, eyes) => keepsWebhook(row, eyes) || eyes.holds(row.organisationId, 'head'),
  ClockActSeen: (row, eyes) => eyes.holds(row.organisationId, 'safeguarding_lead', 'deputy_lead', 'head'), HolidayMade: (row, eyes) => eyes.holds(row.organisationId, 'safeguarding_lead', 'deputy_lead', 'head'),
  Agency: directory, AgencyCheck: directory,
  ClockTarget: (row, eyes) => eyes.holds(row.organisationId) || eyes.isVisiting(row.organisationId),
  ConcernCategory: (row, eyes) => eyes.holds(row.organisationId, ...mayHavePart),
  Duty: (row, eyes) => eyes.holds(row.organisationId),
  Absence: (row, eyes) => eyes.holds(row.organisationId, 'youth_worker', 'safeguarding_lead', 'deputy_lead', 'head', 'coordinator'),
  StaffedHours: (row, eyes) => eyes.holds(row.organisationId), ClosedDays: (row, eyes) => eyes.holds(row.organisationId),
}

/** Whose key is it? Mostly of those who see the row; narrower where the row may be known of and not read. */
const keyRules: Record<string, (row: Row, eyes: Eyes) => boolean> = {
  ...Object.fromEntries(['CardAnswer', 'JournalEntry', 'JournalOtherText', 'JournalShare', 'JournalReply', 'CheckIn', 'KeptNote', 'Observation', 'Evidence', 'EvidenceFile', 'SampleJudgement', 'QualityAction', 'ActionAnswer', 'StandardisationMeeting', 'StaffQualification', 'VettingCheck'].map((table) => [table, workRules[table]!])),
  AwardTakenBack: workRules.AwardTakenBack!,
  Mentee: (row, eyes) => eyes.holds(row.organisationId, 'youth_worker') || toldMe(row, eyes),
  // The words of an answer that is or was on the screen, for those who show it; never the row, which says whose it is.
  TeachingAnswer: (row, eyes) => eyes.isMine(row.personId) || (Boolean(row.shownAt) && eyes.teaches(eyes.the('CohortSession', row.sessionId)?.cohortId)),
  MeetingOpening: (row, eyes) => eyes.isInGroup(eyes.groupOf(row.meetingId), 'youth_worker', 'specialist'),
  Decision: (row, eyes) => readsFeedback(row, eyes) || decisionOpenToMe(row, eyes),
  // Why it was struck through is between adults.
  SignOff: (row, eyes) => eyes.holds(row.organisationId, 'assessor', 'quality_assurer', 'coordinator'),
  ...claimsKeyRules,
  ...adultsKeyRules,
  ...registersKeyRules,
  Concern: (row, eyes) => reads(row.id!, eyes),
  CaseAction: action, ConcernLink: readersOfBoth,
  // The address is read again by its keepers; the secret by nobody.
  Webhook: keepsWebhook, WebhookSecret: () => false,
  ChronologyEntry: (row, eyes) => reads(row.concernId!, eyes),
  LegalHold: keepingRules.LegalHold!, KeptLonger: keepingRules.KeptLonger!, Destruction: keepingRules.Destruction!,
}

export const rowKeyRule: Rule = (key, eyes) => {
  const rule = keyRules[key.ofTable!]
  if (!rule) throw new Error(`Rows of ${key.ofTable!} are sealed, and nothing here says who may open them.`)
  const row = eyes.all(key.ofTable!).find((one) => (one.id ?? one.meetingId ?? one.awardId) === key.rowId)
  return row !== undefined && rule(row, eyes)
}
