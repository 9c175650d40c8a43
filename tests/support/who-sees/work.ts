import { claimsRules } from './claims.ts'
import { registersRules } from './registers.ts'
import { vettingRules } from './vetting.ts'
import type { Eyes, Row, Rule } from './world.ts'

const wholeGroup: Rule = (row, eyes) => eyes.isInGroup(eyes.groupOf(row.meetingId))
const supervisorsOf = (row: Row, eyes: Eyes) => eyes.isInGroup(eyes.groupOf(row.meetingId), 'youth_worker', 'specialist')
const arranges = (row: Row, eyes: Eyes) => eyes.holds(row.organisationId, 'coordinator', 'youth_worker')
const theyOrArrangers: Rule = (row, eyes) => wholeGroup(row, eyes) || arranges(row, eyes)
const cohortOf = (row: Row, eyes: Eyes) => eyes.the('Cohort', row.cohortId)
const sentByUs = (row: Row, eyes: Eyes) => Boolean(row.fromOrganisationId) && eyes.holds(row.fromOrganisationId, 'coordinator', 'head')

const inView = (cohort: Row | undefined, eyes: Eyes): boolean => cohort !== undefined && (eyes.oversees(cohort) || eyes.isInCohort(cohort.id)
  || (cohort.kind === 'mentors' && eyes.holds(cohort.organisationId, 'mentor', 'assessor', 'quality_assurer'))
  || (cohort.kind === 'trainers' && eyes.all('Organisation').some((setting) => setting.supportedById === cohort.organisationId && eyes.holds(setting.id, 'coordinator', 'head'))))

const theirEntry = (row: Row, eyes: Eyes) => { const entry = eyes.the('JournalEntry', row.entryId); return eyes.isMine(entry?.personId) && !entry?.purgedAt }

/** Adults beside another adult for one young person: their group's other supervisors; where there is none, the setting's other youth workers and specialists. */
function isBeside(writer: string, adult: string, eyes: Eyes): boolean {
  const isStaff = (person: string | null, organisationId: string | null) => eyes.all('Membership').some((row) => row.personId === person && row.organisationId === organisationId && ['youth_worker', 'specialist'].includes(row.role!) && eyes.lasts(row))
  const places = eyes.all('GroupMember').filter((row) => eyes.lasts(row) && !eyes.the('SupervisionGroup', row.groupId)?.closedAt)
  const shared = places.filter((row) => row.personId === writer && row.part === 'mentor').map((row) => row.groupId)
    .filter((groupId) => places.some((row) => row.groupId === groupId && row.personId === adult && row.part !== 'mentor'))
  const beside = places.filter((row) => shared.includes(row.groupId) && row.part !== 'mentor' && row.personId !== adult && isStaff(row.personId!, row.organisationId!)).map((row) => row.personId)
  if (beside.length) return beside.some((id) => eyes.isMine(id))
  const settings = eyes.all('Membership').filter((row) => row.personId === writer && row.role === 'mentor' && eyes.lasts(row)).map((row) => row.organisationId)
  return eyes.me !== writer && eyes.me !== adult && settings.some((setting) => eyes.holds(setting, 'youth_worker', 'specialist'))
}

const specificationInView: Rule = (row, eyes) => eyes.holds(row.organisationId) || eyes.all('Organisation').some((mine) => mine.supportedById === row.organisationId && eyes.holds(mine.id))

const taught = (row: Row, eyes: Eyes) => eyes.teaches(eyes.the('CohortSession', row.sessionId)?.cohortId)
const inTheRoom: Rule = (row, eyes) => taught(row, eyes) || eyes.learnsIn(eyes.the('CohortSession', row.sessionId)?.cohortId)
const ownOrTaught: Rule = (row, eyes) => taught(row, eyes) || eyes.isMine(row.personId)

/** How a mentor stands before they are matched: themself, the setting's youth workers and coordinators, the trainers of a mentor course they have a place on there. */
const followsLearner: Rule = (row, eyes) => eyes.isMine(row.personId) || eyes.holds(row.organisationId, 'youth_worker', 'coordinator')
  || eyes.all('CohortMember').some((place) => place.personId === row.personId && place.part === 'learner' && Boolean(place.placedAt) && !place.leftAt && place.organisationId === row.organisationId && eyes.teaches(place.cohortId))

const followsAssessment: Rule = (row, eyes) => eyes.isMine(row.personId) || eyes.holds(row.organisationId, 'assessor', 'quality_assurer', 'coordinator', 'trainer', 'youth_worker', 'specialist')
/** What an assessor wrote: the learner, those who assess, and those who supervise in the setting. */
export const readsFeedback: Rule = (row, eyes) => eyes.isMine(row.personId) || eyes.holds(row.organisationId, 'assessor', 'quality_assurer', 'youth_worker', 'specialist')

const assesses: Rule = (row, eyes) => eyes.holds(row.organisationId, 'assessor', 'quality_assurer')
/** What goes between a quality assurer and the assessors of a setting. */
export const looksOver: Rule = (row, eyes) => eyes.holds(row.organisationId, 'assessor', 'quality_assurer') || openToMe(row, eyes)

const knowsOfOpening: Rule = (row, eyes) => eyes.holds(row.organisationId, 'quality_assurer')
  || (eyes.isMine(row.personId) && !row.endedAt && Date.parse(row.closesAt!) > Date.parse(eyes.world.now) && eyes.holds(row.organisationId, 'external_quality_assurer'))

/** What is open to somebody from outside, in its time: the sample, and what hangs on the decisions that were drawn. */
export const sampledOpenToMe = (eyes: Eyes) => {
  const plans = eyes.all('ExternalOpening').filter((one) => eyes.isMine(one.personId) && !one.endedAt && Date.parse(one.opensAt!) <= Date.parse(eyes.world.now) && Date.parse(one.closesAt!) > Date.parse(eyes.world.now) && eyes.holds(one.organisationId, 'external_quality_assurer')).map(({ planId }) => planId)
  return eyes.all('SampledDecision').filter(({ planId }) => plans.includes(planId))
}
const isDrawnOpen = (row: Row, eyes: Eyes) => sampledOpenToMe(eyes).some((one) => one.registrationId === row.registrationId && one.criterionId === row.criterionId)
export const decisionOpenToMe: Rule = (row, eyes) => isDrawnOpen(row, eyes)
const linkOpenToMe: Rule = (row, eyes) => Boolean(row.decisionId) && !row.withdrawnAt && isDrawnOpen(row, eyes)
function openToMe(row: Row, eyes: Eyes): boolean {
  const drawn = sampledOpenToMe(eyes)
  const sampledId = row.sampledId ?? eyes.the('QualityAction', row.actionId)?.sampledId ?? (row.decisionId ? row.id : undefined)
  // A plan, or something that hangs on one thing drawn in it.
  return row.seed ? drawn.some(({ planId }) => planId === row.id) : drawn.some(({ id }) => id === sampledId)
}

/** What somebody has earned: themself, those who award it and those who look after them there. */
const earned: Rule = (row, eyes) => eyes.isMine(row.personId) || eyes.holds(row.organisationId, 'coordinator', 'trainer', 'youth_worker', 'specialist')

/** Cohorts, learning, teaching, mentoring, journals, supervision, accreditation. */
export const workRules: Record<string, Rule> = {
  Cohort: (row, eyes) => inView(row, eyes),
  CohortSession: (row, eyes) => inView(cohortOf(row, eyes), eyes),
  CohortMember: (row, eyes) => eyes.isMine(row.personId) || eyes.oversees(cohortOf(row, eyes)) || sentByUs(row, eyes)
    || (row.part === 'trainer' && !row.leftAt && eyes.isInCohort(row.cohortId))
    || (!row.leftAt && Boolean(row.placedAt) && cohortOf(row, eyes)?.kind === 'trainers' && eyes.all('CohortMember').some((mine) => mine.cohortId === row.cohortId && eyes.isMine(mine.personId) && !mine.leftAt && mine.placedAt)),
  SessionMark: (row, eyes) => {
    const session = eyes.the('CohortSession', row.sessionId)!
    return eyes.isMine(row.personId) || eyes.oversees(cohortOf(session, eyes))
      || eyes.all('CohortMember').some((place) => place.cohortId === session.cohortId && place.personId === row.personId && sentByUs(place, eyes))
  },
  UnitProgress: (row, eyes) => eyes.isMine(row.personId) || eyes.holds(row.organisationId, 'youth_worker', 'coordinator')
    || eyes.all('CohortMember').some((place) => {
      const cohort = cohortOf(place, eyes)!
      return place.personId === row.personId && place.part === 'learner' && Boolean(place.placedAt) && !place.leftAt && cohort.courseId === row.courseId
        && eyes.isInCohort(cohort.id, 'trainer') && eyes.holds(cohort.organisationId, 'trainer', 'trainee_trainer', 'youth_worker')
    }),
  CardAnswer: (row, eyes) => eyes.isMine(eyes.the('UnitProgress', row.progressId)?.personId),

  MentorAgreement: followsLearner, PolicyReading: followsLearner, SessionTalkedOver: followsLearner, EarlierTraining: followsLearner,
  UnitVersion: (_row, eyes) => eyes.memberships().length > 0,
  SettingPolicy: (row, eyes) => eyes.holds(row.organisationId) || eyes.supports(row.organisationId, 'programme_lead'),

  Specification: specificationInView, SpecificationUnit: specificationInView, LearningOutcome: specificationInView, Criterion: specificationInView,
  GuideVersion: (row, eyes) => eyes.all('Teaching').some((teaching) => teaching.texts!.includes(row.contentHash!) && inTheRoom(teaching, eyes)),
  Teaching: inTheRoom, TeachingLead: inTheRoom, TeachingMove: inTheRoom,
  TeachingSeat: ownOrTaught, TeachingStuck: ownOrTaught,
  TeachingAnswer: (row, eyes) => eyes.isMine(row.personId),
  Registration: (row, eyes) => followsAssessment(row, eyes) || sampledOpenToMe(eyes).some(({ registrationId }) => registrationId === row.id),
  EvidenceCriterion: (row, eyes) => followsAssessment(row, eyes) || linkOpenToMe(row, eyes), Decision: (row, eyes) => followsAssessment(row, eyes) || decisionOpenToMe(row, eyes), SignOff: followsAssessment,
  SamplingPlan: looksOver, SampledDecision: looksOver, SampleJudgement: looksOver, QualityAction: looksOver, ActionAnswer: looksOver, ActionSettling: looksOver,
  StandardisationMeeting: assesses, Countersignature: assesses, StaffQualification: (row, eyes) => assesses(row, eyes) || eyes.isMine(row.personId) || eyes.holds(row.organisationId, 'coordinator'),
  ExternalOpening: knowsOfOpening,
  ExternalLook: (row, eyes) => eyes.holds(row.organisationId, 'quality_assurer') || (eyes.isMine(row.byId) && knowsOfOpening(eyes.the('ExternalOpening', row.openingId)!, eyes)),
  Evidence: (row, eyes) => eyes.isMine(row.personId) || eyes.holds(row.organisationId, 'assessor', 'quality_assurer') || eyes.all('EvidenceCriterion').some((link) => link.evidenceId === row.id && linkOpenToMe(link, eyes)),
  // The learner's; handed in and not taken back, also whoever's the piece of evidence is to read.
  EvidenceFile: (row, eyes) => eyes.isMine(row.personId) || eyes.all('Evidence').some((piece) => piece.fileId === row.id && !piece.withdrawnAt && workRules.Evidence!(piece, eyes)),

  ...claimsRules,
  Award: earned, AwardTakenBack: earned, BadgeParentsYes: earned,
  ThirteenOrOlder: (row, eyes) => eyes.isMine(row.personId) || eyes.holds(row.organisationId, 'coordinator', 'youth_worker'),
  BadgePublication: (row, eyes) => eyes.isMine(row.personId),
  BadgeKey: () => false,
  ...registersRules,
  ...vettingRules,

  Mentee: (row, eyes) => eyes.mentee?.id === row.id || eyes.holds(row.organisationId, 'youth_worker')
    || eyes.all('Pair').some((pair) => pair.menteeId === row.id && eyes.isMine(pair.mentorId) && eyes.lasts(pair) && eyes.holds(pair.organisationId, 'mentor')),
  Pair: (row, eyes) => eyes.isMine(row.mentorId) || eyes.holds(row.organisationId, 'youth_worker') || (eyes.mentee !== undefined && eyes.mentee.id === row.menteeId),
  MenteeCode: (row, eyes) => eyes.holds(row.organisationId, 'youth_worker'),
  MenteeVisit: (row, eyes) => eyes.holds(row.organisationId, 'youth_worker'),

  JournalEntry: (row, eyes) => eyes.isMine(row.personId) && !row.purgedAt,
  JournalOtherText: theirEntry,
  JournalShare: (row, eyes) => eyes.isMine(row.fromId) || (eyes.isMine(row.withId) && !row.takenBackAt && eyes.holds(row.organisationId, 'youth_worker', 'specialist')),
  JournalReply: (row, eyes) => eyes.isMine(row.toId) || eyes.isMine(row.byId)
    || (eyes.holds(row.organisationId, 'youth_worker', 'specialist') && isBeside(row.toId!, row.byId!, eyes)),

  SupervisionGroup: (row, eyes) => eyes.isInGroup(row.id) || arranges(row, eyes),
  GroupMember: (row, eyes) => eyes.isInGroup(row.groupId) || arranges(row, eyes),
  Meeting: (row, eyes) => eyes.isInGroup(row.groupId) || arranges(row, eyes),
  MeetingOpening: theyOrArrangers, MeetingClosing: theyOrArrangers,
  Seat: wholeGroup, AgendaItem: wholeGroup, Turn: wholeGroup, CheckIn: wholeGroup, KeptNote: wholeGroup, AdultGap: wholeGroup, SafetyReminder: wholeGroup,
  QuietSignal: (row, eyes) => supervisorsOf(row, eyes) || (eyes.isMine(row.fromId) && wholeGroup(row, eyes)),
  RegisterMark: (row, eyes) => supervisorsOf(row, eyes) || (eyes.isMine(row.personId) && wholeGroup(row, eyes)),
  Observation: supervisorsOf,
}
