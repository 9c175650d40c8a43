import { keepsOneThere } from './adults.ts'
import { brokeIt } from './glass.ts'
import { decisionOpenToMe, sampledOpenToMe } from './work.ts'
import type { Eyes, Row, Rule } from './world.ts'

const own: Rule = (row, eyes) => eyes.isMine(row.personId)
const nobody: Rule = () => false
const ofMyOrganisation: Rule = (row, eyes) => eyes.holds(row.organisationId)
const staffed = (organisationId: string | null, eyes: Eyes) => eyes.holds(organisationId, 'coordinator', 'programme_lead', 'head') || eyes.supports(organisationId, 'programme_lead')

/** People of a cohort: a trainer their learners, a learner their trainers, trainee trainers each other, and Train-the-Trainer's own people those who were sent. */
const isFromMyCohorts = (person: Row, eyes: Eyes) => eyes.all('CohortMember').filter((row) => row.personId === person.id).some((place) => {
  const cohort = eyes.the('Cohort', place.cohortId)
  const iHaveAPlace = eyes.all('CohortMember').some((row) => row.cohortId === place.cohortId && eyes.isMine(row.personId) && !row.leftAt && row.placedAt)
  return eyes.isInCohort(place.cohortId, 'trainer')
    || (place.part === 'trainer' && !place.leftAt && eyes.isInCohort(place.cohortId, 'learner'))
    || (cohort?.kind === 'trainers' && ((!place.leftAt && Boolean(place.placedAt) && iHaveAPlace) || eyes.runs(cohort)))
})

/** Who decided and who looked it over, in a sample that is open to somebody from outside; no learner. */
const isInWhatIsOpenToMe = (id: string, eyes: Eyes) => {
  const drawn = sampledOpenToMe(eyes)
  return eyes.all('Decision').some((one) => one.byId === id && decisionOpenToMe(one, eyes))
    || ['SampleJudgement', 'QualityAction'].some((table) => eyes.all(table).some((one) => one.byId === id && drawn.some((sampled) => sampled.id === one.sampledId)))
    || eyes.all('SamplingPlan').some((plan) => plan.madeById === id && drawn.some(({ planId }) => planId === plan.id))
}

const adultsForMentees = ['youth_worker', 'safeguarding_lead', 'deputy_lead']

/** Identity, organisations and the house's own tables. */
export const peopleRules: Record<string, Rule> = {
  Organisation: (row, eyes) => eyes.holds(row.id) || eyes.isVisiting(row.id)
    || eyes.supports(row.id, 'programme_lead', 'trainer', 'assessor', 'quality_assurer')
    || eyes.all('Organisation').some((mine) => mine.supportedById === row.id && eyes.holds(mine.id)) || keepsOneThere(row.id!, eyes),
  Membership: (row, eyes) => eyes.isMine(row.personId) || eyes.knowsPeopleOf(row.organisationId!)
    || (eyes.canTurnTo(row) && eyes.lasts(row) && (eyes.holds(row.organisationId, 'mentor', 'trainee_trainer', 'assessor', 'quality_assurer') || eyes.isVisiting(row.organisationId))),
  Person: (row, eyes) => eyes.isMine(row.id)
    || eyes.all('Membership').some((theirs) => theirs.personId === row.id && (eyes.knowsPeopleOf(theirs.organisationId!)
      || (eyes.canTurnTo(theirs) && eyes.memberships().some((mine) => mine.organisationId === theirs.organisationId && mine.role !== 'evaluator'))
      || (eyes.isVisiting(theirs.organisationId) && adultsForMentees.includes(theirs.role!) && eyes.lasts(theirs))))
    || eyes.all('GroupMember').some((theirs) => theirs.personId === row.id && eyes.isInGroup(theirs.groupId))
    || eyes.all('Pair').some((pair) => pair.mentorId === row.id && eyes.mentee?.id === pair.menteeId && eyes.lasts(pair))
    || isFromMyCohorts(row, eyes)
    || eyes.all('AppealTaking').some((one) => one.byId === row.id && eyes.isMine(one.personId))
    || eyes.all('Registration').some((one) => one.personId === row.id && eyes.holds(one.organisationId, 'assessor', 'quality_assurer'))
    || eyes.all('Evidence').some((one) => one.byId === row.id && eyes.holds(one.organisationId, 'assessor', 'quality_assurer'))
    || ['SampleJudgement', 'QualityAction', 'SignOff', 'SamplingPlan'].some((table) => eyes.all(table).some((one) => (one.byId ?? one.madeById) === row.id && eyes.holds(one.organisationId, 'assessor', 'quality_assurer')))
    || ['SignOff', 'StaffQualification'].some((table) => eyes.all(table).some((one) => one.struckById === row.id && eyes.holds(one.organisationId, 'assessor', 'quality_assurer', 'coordinator')))
    || eyes.all('ExternalOpening').some((one) => one.personId === row.id && eyes.holds(one.organisationId, 'quality_assurer'))
    || isInWhatIsOpenToMe(row.id!, eyes)
    || eyes.all('Decision').some((one) => one.byId === row.id && (eyes.isMine(one.personId) || eyes.holds(one.organisationId, 'assessor', 'quality_assurer'))),
  Term: ofMyOrganisation,
  SignInName: own, Password: own, Passkey: own, Authenticator: own, RecoveryCode: own, Session: own, ExternalIdentity: own, ContactAddress: own,
  Invitation: (row, eyes) => staffed(row.organisationId!, eyes),
  JoinCode: (row, eyes) => eyes.holds(row.organisationId, 'coordinator', 'youth_worker', 'trainer'),
  HelpBackIn: (row, eyes) => eyes.isMine(row.personId) || eyes.holds(row.organisationId, 'coordinator', 'youth_worker', 'specialist', 'trainer', 'safeguarding_lead', 'deputy_lead', 'head'),
  IdentityProvider: ofMyOrganisation,
  Ceremony: nobody, Stash: nobody, RateLimit: nobody, _prisma_migrations: nobody,
  RetentionRule: (_row, eyes) => eyes.me !== undefined,
  Heartbeat: nobody,
  LineKind: (_row, eyes) => eyes.me !== undefined,
  Act: (row, eyes) => eyes.isMine(row.byId),
  WrappingKey: (row, eyes) => eyes.holds(row.organisationId) || eyes.isVisiting(row.organisationId) || eyes.all('GlassBroken').some((glass) => glass.organisationId === row.organisationId && brokeIt(glass, eyes)) || keepsOneThere(row.organisationId!, eyes),
}
