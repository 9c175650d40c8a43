import { learners } from '#modules/accreditation/learners.server.ts'
import { decidedForMe, portfolioToBegin } from '#modules/accreditation/my-registrations.server.ts'
import { adultsToday } from '#modules/adults/adults-today.server.ts'
import { myHandedOn } from '#modules/adults/my-adult-concerns.server.ts'
import { awardedLately } from '#modules/awards/my-awards.server.ts'
import { readyForCertificate } from '#modules/awards/ready-for-certificate.server.ts'
import { readyToClaim } from '#modules/claims/ready-to-claim.server.ts'
import { cohortsOf } from '#modules/cohorts/cohorts-of.server.ts'
import { registersToMark } from '#modules/cohorts/registers-to-mark.server.ts'
import { sessionsAhead } from '#modules/cohorts/sessions-ahead.server.ts'
import { nextToSign } from '#modules/completion/my-readiness.server.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import { helpedBackIn } from '#modules/identity/helped-back-in.server.ts'
import { journalToday } from '#modules/journals/journal-today.server.ts'
import { nextStep } from '#modules/learning/next-step.server.ts'
import { myMentees } from '#modules/mentoring/my-mentees.server.ts'
import { pairsUnderWay } from '#modules/mentoring/pairs-under-way.server.ts'
import { organisationsOf } from '#modules/organisations/organisations-of.server.ts'
import { readiness } from '#modules/organisations/readiness.server.ts'
import { settingsSupported } from '#modules/organisations/settings-supported.server.ts'
import { holdsSomewhere } from '#modules/policy.ts'
import { toSignOff } from '#modules/quality/find-sign-off.server.ts'
import { openActions } from '#modules/quality/open-actions.server.ts'
import { toLookAt } from '#modules/quality/to-look-at.server.ts'
import { registersToday } from '#modules/registers/registers-today.server.ts'
import { agenciesToCheck } from '#modules/agencies/agencies-to-check.server.ts'
import { keepingToday } from '#modules/keeping/keeping-today.server.ts'
import { actionsToday, casesToday } from '#modules/cases/cases-today.server.ts'
import { receiptsAwaited } from '#modules/cases/receipts-awaited.server.ts'
import { notReached } from '#modules/reaching/not-reached.server.ts'
import { clockActs } from '#modules/safeguarding/clock-acts.server.ts'
import { webhookActs } from '#modules/reaching/webhook-acts.server.ts'
import { concernsWaiting } from '#modules/safeguarding/concerns-waiting.server.ts'
import { meetingsAhead } from '#modules/supervision/meetings-ahead.server.ts'
import { supervisionMissed } from '#modules/supervision/supervision-missed.server.ts'
import { vettingToday } from '#modules/vetting/vetting-today.server.ts'
import { taughtNow } from '#modules/teaching/taught-now.server.ts'
import { trainerCohortsOf } from '#modules/trainers/trainer-cohorts-of.server.ts'
import { Role } from '#prisma/generated/enums.ts'

/** What is asked for whom. Nothing is read that the person's page does not show. */
const asks = {
  organisations: Object.values(Role).filter((role) => role !== 'mentor'),
  step: ['mentor', 'trainee_trainer'], mentees: ['mentor'],
  journal: ['mentor', 'youth_worker', 'specialist'],
  meetings: ['mentor', 'youth_worker', 'specialist'],
  sessions: ['mentor', 'youth_worker', 'specialist', 'coordinator', 'trainer', 'trainee_trainer'],
  taught: ['mentor', 'youth_worker', 'trainer', 'trainee_trainer'],
  concerns: ['youth_worker', 'specialist', 'safeguarding_lead', 'deputy_lead', 'head', 'programme_lead'],
  mine: ['mentor', 'youth_worker', 'specialist', 'coordinator', 'trainer', 'trainee_trainer', 'assessor'],
  pairs: ['youth_worker'], unsupervised: ['youth_worker', 'coordinator'],
  decided: ['mentor'], awarded: ['mentor'], portfolio: ['mentor'], toClaim: ['coordinator'], toSignOff: ['quality_assurer'], toDecide: ['assessor'], toAnswer: ['assessor'], toSample: ['quality_assurer'], answered: ['quality_assurer'],
  registers: ['assessor', 'quality_assurer', 'coordinator', 'head'], toMark: ['trainer', 'trainee_trainer', 'youth_worker'], toAward: ['coordinator', 'trainer'],
  settings: ['programme_lead'],
  trainers: ['coordinator', 'trainer', 'trainee_trainer', 'programme_lead'],
  cohorts: ['assessor', 'quality_assurer', 'programme_lead', 'safeguarding_lead', 'deputy_lead', 'head', 'coordinator'],
  cases: ['safeguarding_lead', 'deputy_lead', 'head', 'youth_worker', 'specialist', 'coordinator', 'programme_lead'], caseActions: ['youth_worker', 'specialist', 'coordinator', 'safeguarding_lead', 'deputy_lead', 'head', 'programme_lead'],
  toCheck: ['safeguarding_lead', 'deputy_lead'], kept: ['safeguarding_lead', 'deputy_lead', 'head', 'programme_lead'], receipts: ['safeguarding_lead', 'deputy_lead', 'head', 'programme_lead'], notReached: ['safeguarding_lead', 'deputy_lead', 'head', 'programme_lead'], hookActs: ['safeguarding_lead', 'deputy_lead', 'head', 'programme_lead'], aboutAdults: ['safeguarding_lead', 'deputy_lead', 'head', 'programme_lead'], clockActs: ['safeguarding_lead', 'deputy_lead', 'head'],
} as const satisfies Record<string, readonly Role[]>

/** Everything Today says to this viewer, from the modules' own answers. Each asks for itself; they are asked together. */
export async function todayOf(viewer: Viewer) {
  const asked = <Answer, Without>(what: keyof typeof asks, ask: () => Promise<Answer>, without: Without): Promise<Answer | Without> =>
    holdsSomewhere(viewer, ...asks[what]) ? ask() : Promise.resolve(without)

  const coordinated = viewer.memberships.filter(({ role }) => role === 'coordinator').map(({ organisationId }) => organisationId)
  const [organisations, step, mentees, journal, meetings, sessions, concerns, mine, pairs, settings, ready, trainers, cohorts, decided, awarded, toDecide, toAnswer, toSample, answered, portfolio, toClaim, signOffs, helped, taught, registers, toMark, toAward, cases, caseActions, toCheck, kept, unsupervised, vetting, given, hookActs, slowed, receipts, aboutAdults] = await Promise.all([
    asked('organisations', () => organisationsOf(viewer), []),
    asked('step', () => nextStep(viewer), null),
    asked('mentees', () => myMentees(viewer), []),
    asked('journal', () => journalToday(viewer), null),
    asked('meetings', () => meetingsAhead(viewer), []),
    asked('sessions', () => sessionsAhead(viewer), []),
    asked('concerns', () => concernsWaiting(viewer, { take: 10 }), []),
    asked('mine', () => myHandedOn(viewer, { take: 3 }), []),
    asked('pairs', () => pairsUnderWay(viewer), { pairs: [], all: 0 }),
    asked('settings', () => settingsSupported(viewer), []),
    Promise.all(coordinated.map(async (organisationId) => ({ organisationId, rows: await readiness(viewer, organisationId) }))),
    asked('trainers', async () => (await trainerCohortsOf(viewer, { take: 3 })).cohorts, []),
    asked('cohorts', async () => (await cohortsOf(viewer, { take: 3, openToMentors: true })).cohorts, []),
    asked('decided', () => decidedForMe(viewer), []),
    asked('awarded', () => awardedLately(viewer), []),
    asked('toDecide', async () => (await learners(viewer, { waitingOnly: true, take: 5 })).learners, []),
    asked('toAnswer', () => openActions(viewer, { as: 'assessor' }), { actions: [], next: null }),
    asked('toSample', async () => (await toLookAt(viewer, { take: 5 })).waiting, []),
    asked('answered', () => openActions(viewer, { as: 'quality_assurer' }), { actions: [], next: null }),
    asked('portfolio', () => portfolioToBegin(viewer), null),
    asked('toClaim', () => readyToClaim(viewer), []),
    asked('toSignOff', () => toSignOff(viewer), []),
    helpedBackIn(viewer),
    asked('taught', () => taughtNow(viewer), []),
    asked('registers', () => registersToday(viewer), []),
    asked('toMark', () => registersToMark(viewer), []),
    asked('toAward', () => readyForCertificate(viewer), []),
    asked('cases', () => casesToday(viewer), []),
    asked('caseActions', () => actionsToday(viewer), []),
    asked('toCheck', () => agenciesToCheck(viewer), []),
    asked('kept', () => keepingToday(viewer), []),
    asked('unsupervised', () => supervisionMissed(viewer), []),
    // Also for who has no role yet: one that was given may wait.
    viewer.memberships.every(({ role }) => role === 'mentor') && viewer.memberships.length > 0 ? { mine: [], registers: [] } : vettingToday(viewer),
    asked('notReached', () => notReached(viewer), []),
    asked('hookActs', () => webhookActs(viewer), []),
    asked('clockActs', () => clockActs(viewer), []),
    asked('receipts', () => receiptsAwaited(viewer), []),
    asked('aboutAdults', () => adultsToday(viewer), { mine: [], elsewhere: [] }),
  ])
  // With the units done, signing and reading come before a top-up.
  const toSign = step && (step.isTopUp || step.state === 'finished') ? await nextToSign(viewer) : null
  return {
    roles: [...new Set(viewer.memberships.map((membership) => membership.role))], memberships: viewer.memberships,
    organisations, step, mentees, journal, meetings, sessions, concerns, mine, pairs, settings, ready, trainers, cohorts, decided, awarded, toDecide, toSample, helped, taught, toSign, portfolio, toClaim, registers, toMark, toAward, cases, caseActions, toCheck, kept, unsupervised, vetting, notReached: given, hookActs, clockActs: slowed, receipts, aboutAdults,
    toAnswer: toAnswer.actions, moreToAnswer: toAnswer.next !== null, answered: answered.actions, moreAnswered: answered.next !== null,
    toSignOff: signOffs.filter((one) => !one.waits && !one.isForAColleague).slice(0, 5),
  }
}

export type TodayData = Awaited<ReturnType<typeof todayOf>>
