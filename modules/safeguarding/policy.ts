import { holds } from '../policy.ts'
import type { Viewer, Visitor } from '../db/viewer.ts'

/** What the rules look at. `isAlerted`: told of it; `isBroughtIn`: by whoever keeps the case, and not let go. Who may *read* a concern is the database's to say. */
export type ConcernFacts = { organisationId: string; raisedById: string | null; isAlerted: boolean; isBroughtIn: boolean; isTakenOn: boolean }

const leads = (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'safeguarding_lead', 'deputy_lead')

/** Does somebody speak of it as an adult who works there, or as a young person? A mentor is asked as one, whatever their age. */
export const speaksAsAdult = (viewer: Viewer | Visitor, organisationId: string): boolean =>
  'id' in viewer && viewer.memberships.some((membership) => membership.organisationId === organisationId && membership.role !== 'mentor')

/** A setting's own kinds of worry are its leads' and deputies' to add and to take off the list. */
export const mayKeepCategories = leads

/** Where on a body a mark was: an adult says so if they saw one; a young person only after they have said themself that they saw one. */
export const maySayWhere = ({ isAdult, added }: { isAdult: boolean; added: readonly { hasMark: boolean }[] }): boolean => isAdult || added.some((one) => one.hasMark)

export const may = {
  raise: (viewer: Viewer, organisationId: string) => viewer.memberships.some((membership) => membership.organisationId === organisationId),
  receive: (viewer: Viewer, concern: ConcernFacts) =>
    !concern.isTakenOn && concern.raisedById !== viewer.id && (concern.isAlerted || leads(viewer, concern.organisationId)),
  takeOn: (viewer: Viewer, concern: ConcernFacts) =>
    leads(viewer, concern.organisationId) || ((concern.isAlerted || concern.isBroughtIn) && holds(viewer, concern.organisationId, 'head', 'programme_lead')),
  /** Learning who gave an answer without a name, on record: leads and deputies; a head who has taken on what goes round them. */
  askWho: (viewer: Viewer, concern: ConcernFacts & { /** The viewer took it on. */ isMine: boolean }) => leads(viewer, concern.organisationId) || (concern.isMine && may.takeOn(viewer, concern)),
  note: (viewer: Viewer, concern: ConcernFacts) => concern.isAlerted || concern.isBroughtIn || leads(viewer, concern.organisationId),
  /** Striking through a line: one's own, or as a lead or deputy, or the head who was told. */
  strike: (viewer: Viewer, concern: ConcernFacts, line: { byId: string | null }) => line.byId === viewer.id || may.takeOn(viewer, concern),
  setTargets: leads,
  /** One alone could slow the clocks: the others see what a colleague set, and the head. */
  seeClockAct: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'safeguarding_lead', 'deputy_lead', 'head'),
  seeConcerns: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'youth_worker', 'safeguarding_lead', 'deputy_lead', 'head', 'programme_lead'),
  beOnDuty: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'youth_worker', 'safeguarding_lead', 'deputy_lead'),
  /** Who is on duty and who is away, when: those it is about, and who runs the setting. */
  seeRota: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'youth_worker', 'safeguarding_lead', 'deputy_lead', 'head', 'coordinator'),
  planDuty: (viewer: Viewer, organisationId: string, personId: string) =>
    holds(viewer, organisationId, 'coordinator', 'safeguarding_lead', 'deputy_lead') || (viewer.id === personId && holds(viewer, organisationId, 'youth_worker')),
}
