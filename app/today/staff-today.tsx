import { AdultsTodaySheet } from '#app/adults/adults-today-sheet.tsx'
import { ToCheckRow } from '#app/agencies/to-check-row.tsx'
import { ToAwardSheet } from '#app/awards/to-award-sheet.tsx'
import { KeptTodayRow } from '#app/keeping/kept-today-row.tsx'
import { CasesTodaySheet } from '#app/cases/cases-today-sheet.tsx'
import { ReceiptsTodaySheet } from '#app/cases/receipts-today-sheet.tsx'
import { ToMarkSheet } from '#app/cohorts/to-mark-sheet.tsx'
import { ActionsSheet } from '#app/quality/actions-sheet.tsx'
import { ToClaimSheet } from '#app/claims/to-claim-sheet.tsx'
import { ToSampleSheet } from '#app/quality/to-sample-sheet.tsx'
import { ToSignOffSheet } from '#app/quality/to-sign-off-sheet.tsx'
import { NotReachedRow } from '#app/reaching/not-reached-row.tsx'
import { ClockActRow } from '#app/calendar/clock-act-row.tsx'
import { WebhookActRow } from '#app/reaching/webhook-act-row.tsx'
import { RegistersTodaySheet } from '#app/registers/registers-today-sheet.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { sayTime, sayWholeDay } from '#app/ui/say-when.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { CohortsSheet } from './cohorts-sheet.tsx'
import { ConcernWaitingSheet } from './concern-waiting.tsx'
import { HelpedNote } from './helped-note.tsx'
import { MeetingCard } from './meeting-card.tsx'
import { MeetingRow } from './meeting-row.tsx'
import { MyConcernRow } from './my-concern-row.tsx'
import { PairsSheet } from './pairs-sheet.tsx'
import { ReadinessSheet } from './readiness-sheet.tsx'
import { sayNames, sayNeeds } from './say-count.ts'
import { SessionCard } from './session-card.tsx'
import { SessionRow } from './session-row.tsx'
import { SharedRow } from './shared-row.tsx'
import { StepCard } from './step-card.tsx'
import { TaughtCard, TaughtRow } from './taught-card.tsx'
import type { TodayData } from './today-of.server.ts'
import { TrainersSheet } from './trainers-sheet.tsx'
import { whatNeeds } from './what-needs.ts'
import { ToDecideSheet } from './to-decide-sheet.tsx'
import { UnsupervisedSheet } from './unsupervised-sheet.tsx'
import { VettingTodaySheet } from '#app/vetting/vetting-today-sheet.tsx'
import { WhatIsHere } from './what-is-here.tsx'

/** An adult's Today: what needs them, oldest first, with how long it has waited; beside it what comes next. */
export function StaffToday({ today, name, now }: { today: TodayData; name: string; now: Date }) {
  const { meetings, sessions, trainers, cohorts, pairs, step, mine, roles } = today
  const needs = whatNeeds(today, now)
  const open = meetings.find((meeting) => meeting.isOpen)
  const taught = today.taught.find((one) => one.part === 'trainer')
  const [first, ...later] = sessions
  const nameOf = (id: string) => today.organisations.find((organisation) => organisation.id === id)?.name ?? 'your setting'
  const mineWhere = sayNames(today.organisations.filter(({ id }) => today.memberships.some((membership) => membership.organisationId === id)).map(({ name }) => name))
  const rows = [...(taught && open ? [<TaughtRow key="taught" taught={taught} />] : []), ...mine.map((concern) => <MyConcernRow key={concern.concernId} concern={concern} now={now} />), ...meetings.filter((meeting) => meeting !== open).slice(0, 1).map((meeting) => <MeetingRow key={meeting.meetingId} meeting={meeting} now={now} leads={{ name }} />), ...needs.unread.map((share) => <SharedRow key={share.shareId} share={share} now={now} />), ...(open && first ? sessions : later).map((session) => <SessionRow key={session.sessionId} session={session} now={now} />)]
  const aside = [
    first && !open && !taught && <SessionCard key="first" session={first} now={now} />,
    step && !first && !open && <StepCard key="step" step={step} />,
    trainers.length > 0 && <TrainersSheet key="trainers" trainers={trainers} now={now} />,
  ].filter(Boolean)
  const standing = [
    roles.includes('youth_worker') && <PairsSheet key="pairs" pairs={pairs} now={now} />,
    ...today.ready.map(({ organisationId, rows }) => <ReadinessSheet key={organisationId} organisationId={organisationId} name={nameOf(organisationId)} rows={rows} />),
    cohorts.length > 0 && <CohortsSheet key="cohorts" cohorts={cohorts} />,
  ].filter(Boolean)
  // On a laptop what needs somebody now stands beside what goes its way; where nothing is coming up, that is the pairs and cohorts.
  const isBeside = aside.length === 0 && standing.length > 0 && (needs.count > 0 || open !== undefined || rows.length > 0)
  return (
    <Shell aside={isBeside ? standing : aside.length > 0 ? aside : undefined}>
      <PageTitle kicker={[mineWhere, `${sayWholeDay(now)}, ${sayTime(now)}`].filter(Boolean).join(' · ')}>{sayNeeds(needs.count)}</PageTitle>
      <HelpedNote helped={today.helped} />
      {needs.waiting.map((concern) => <ConcernWaitingSheet key={concern.concernId} concern={concern} now={now} />)}
      <AdultsTodaySheet {...today.aboutAdults} now={now} />
      {today.cases.length + today.caseActions.length > 0 && <CasesTodaySheet cases={today.cases} actions={today.caseActions} now={now} />}
      {today.receipts.length > 0 && <ReceiptsTodaySheet awaited={today.receipts} now={now} />}
      {today.notReached.length > 0 && <Sheet><Rows>{today.notReached.map((given) => <NotReachedRow key={`${given.organisationId} ${given.way} ${given.personName ?? ''} ${given.concernId}`} given={given} />)}</Rows></Sheet>}
      {today.hookActs.length > 0 && <Sheet><Rows>{today.hookActs.map((act) => <WebhookActRow key={`${act.actId} ${act.what}`} act={act} />)}</Rows></Sheet>}
      {today.clockActs.length > 0 && <Sheet><Rows>{today.clockActs.map((act) => <ClockActRow key={`${act.actId} ${act.what}`} act={act} />)}</Rows></Sheet>}
      {today.toCheck.length > 0 && <Sheet><Rows>{today.toCheck.map((directory) => <ToCheckRow key={directory.organisationId} directory={directory} />)}</Rows></Sheet>}
      {today.kept.length > 0 && <Sheet><Rows>{today.kept.map((kept) => <KeptTodayRow key={kept.id ?? `${kept.label ?? 'due'} ${String(kept.askedAt)}`} kept={kept} />)}</Rows></Sheet>}
      {today.unsupervised.length > 0 && <UnsupervisedSheet mentors={today.unsupervised} now={now} />}
      <VettingTodaySheet vetting={today.vetting} />
      {today.toAnswer.length > 0 && <ActionsSheet actions={today.toAnswer} more={today.moreToAnswer} />}
      {today.toDecide.length > 0 && <ToDecideSheet learners={today.toDecide} />}
      {today.answered.length > 0 && <ActionsSheet actions={today.answered} more={today.moreAnswered} toSettle />}
      {today.toSample.length > 0 && <ToSampleSheet drawn={today.toSample} />}
      {today.toSignOff.length > 0 && <ToSignOffSheet learners={today.toSignOff} />}
      {today.registers.length > 0 && <RegistersTodaySheet waiting={today.registers} />}
      {today.toMark.length > 0 && <ToMarkSheet registers={today.toMark} />}
      {today.toClaim.length > 0 && <ToClaimSheet places={today.toClaim} />}
      {today.toAward.length > 0 && <ToAwardSheet cohorts={today.toAward} />}
      {open && <MeetingCard meeting={open} />}
      {taught && !open && <TaughtCard taught={taught} />}
      {rows.length > 0 && <Sheet><Rows>{rows}</Rows></Sheet>}
      {!isBeside && standing}
      <WhatIsHere today={today} />
    </Shell>
  )
}
