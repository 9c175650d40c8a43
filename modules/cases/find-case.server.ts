import type { CaseLevel, CaseState } from '#prisma/generated/enums.ts'
import { calendarsOf } from '../calendar/calendars-of.server.ts'
import { now } from '../clock.ts'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { categoryLabels } from '../safeguarding/categories.ts'
import { ownCategories, type OwnCategory } from '../safeguarding/own-categories.server.ts'
import { namesOf } from '../safeguarding/who-and-when.server.ts'
import { stateAfter, steps, type CaseDecision, type StepKind } from '../safeguarding/steps.ts'
import { caseClock, type StepClock } from './case-clock.ts'
import { timesRead } from './parts/case-times.server.ts'
import { linkedTo, onceLinkedTo, type EndedLink, type LinkedConcern } from './parts/linked-to.server.ts'
import { keepersOf } from './parts/keepers-of.server.ts'
import { partakers, whoCanBeKeptOut, type Partaker } from './parts/partakers.server.ts'
import { referralsOf, type Referral } from './parts/referrals-of.server.ts'
import { leftOutByName } from './parts/left-out-by-name.server.ts'
import { transferOf, type Transfer } from './parts/transfer-of.server.ts'
import { caseAsViewer } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export type CaseAction = { id: string; what: string | null; ownerName: string | null; isMine: boolean; dueOn: string; end: 'done' | 'dropped' | null }
export type OpenCase = {
  concernId: string; timeZone: string; state: CaseState; level: CaseLevel | null; reviewOn: string | null
  holderId: string | null; holderName: string | null
  /** Whoever looked after it no longer can: they left, or it is kept from them. */
  isLeft: boolean
  /** It is not this viewer's to read: they opened it, and read it until then. */
  openedUntil: Date | null
  actions: CaseAction[]; readers: { personId: string; name: string; at: Date }[]; needsSecond: boolean
  /** From whom it is kept only because the name that was written may be theirs; for whoever keeps it; where nobody does, for whoever reads it. */
  leftOut: { personId: string; name: string; /** This viewer may write down that it is about them. */ mayStay: boolean }[]
  /** The clock that runs on it now: what for, and until when it is in time. */
  clock: { clock: StepClock; dueAt: Date; isOver: boolean } | null
  /** The agencies it was referred to; and the decision to refer that is still to be carried out. */
  referrals: Referral[]; toRefer: CaseDecision | null
  /** Where it was handed to another setting: whether they have said that it arrived. */
  transfer: Transfer | null
  /** What kinds of worry it is, and what of the setting's own list can be chosen. */
  categories: { key: string; label: string }[]; ownCategories: OwnCategory[]
  /** The steps this viewer may take from here. */
  can: StepKind[]
  /** Adults who may have a part in it; of those, the ones who may look after it. */
  adults: Partaker[]; /** Those it can be kept from. */ outsiders: { personId: string; name: string; role?: Partaker['role'] }[]; keepers: { personId: string; name: string }[]
  /** The setting's other concerns, newest first: this one may be the same as one of them. */
  others: { concernId: string; raisedAt: Date; raisedByName: string | null; state: CaseState }[]
  /** Those that belong together with it, of what this viewer may read; and whether they may say so of another. */
  linked: LinkedConcern[]; mayLink: boolean; /** Links that were ended, of those whose two concerns they keep. */ onceLinked: EndedLink[]
}

const iso = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null

/** Where a case stands: who looks after it, what is to be done, who was brought in, and what this viewer may do next. No look goes on record: the page's concern has it. */
export const findCase = (viewer: Viewer, concernId: string): Promise<OpenCase> => read(viewer, async (tx) => {
  const { concern, facts } = await caseAsViewer(tx, viewer, concernId)
  const head = concern.head!
  const actions = await tx.caseAction.findMany({ where: { concernId }, include: { end: true }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] })
  const opened = may.breakGlass(viewer) ? await tx.glassBroken.findFirst({ where: { concernId, personId: viewer.id, until: { gt: now() } }, orderBy: { until: 'desc' }, select: { until: true } }) : null
  const open = await opener(tx, 'CaseAction', actions.map((action) => action.id))
  const name = await namesOf(tx, [head.holderId, ...concern.keptFrom.map((kept) => kept.personId), ...actions.map((action) => action.ownerId), ...concern.readers.map((reader) => reader.personId)])
  const own = await ownCategories(tx, concern.organisationId)
  const leftOut = await leftOutByName(tx, concern)
  const keepers = may.keep(viewer, facts) ? await keepersOf(tx, concern) : []
  const [times] = await timesRead(tx, [concernId])
  const ticking = times ? caseClock(times, (await calendarsOf(tx, [concern.organisationId]))(concern.organisationId)) : null
  const outside = await referralsOf(tx, concernId)
  const isOpenOutside = head.state !== 'closed' && (outside.toRefer !== null || outside.referrals.some(({ isOpen }) => isOpen))
  const rule = (kind: StepKind) => (kind === 'added' || kind === 'destroyed' ? false : kind === 'note' || kind === 'struck' ? true : kind === 'marked' ? !opened || may.keep(viewer, facts) : kind === 'kept-from' ? may.keepFrom(viewer, facts) : kind === 'let-in' ? leftOut.length > 0 : kind === 'discussed' ? may.discuss(viewer, facts) : kind === 'signed' ? may.sign(viewer, facts) : kind === 'receipt' ? may.writeDownReceipt(viewer, facts) : ['closed', 'duplicate', 'transferred'].includes(kind) && isOpenOutside ? false : may.keep(viewer, facts))
  const can = (Object.keys(steps) as StepKind[]).filter((kind) => stateAfter(head.state, kind, { level: facts.wasHigh ? 'high' : head.caseLevel }) !== null && rule(kind))
  return {
    ...outside, transfer: head.state === 'transferred' ? await transferOf(tx, concernId) : null, concernId, timeZone: concern.organisation.timeZone, state: head.state, level: head.caseLevel, reviewOn: iso(head.reviewOn), holderId: head.holderId, holderName: name(head.holderId),
    isLeft: head.holderId !== null && keepers.length > 0 && !keepers.some((keeper) => keeper.personId === head.holderId),
    openedUntil: opened?.until ?? null,
    actions: actions.map((action) => ({ id: action.id, what: open(action.id, 'what', action.what), ownerName: name(action.ownerId), isMine: action.ownerId === viewer.id, dueOn: iso(action.dueOn)!, end: action.end ? (action.end.isDone ? 'done' : 'dropped') : null })),
    readers: concern.readers.map(({ personId, at }) => ({ personId, name: name(personId) ?? 'somebody', at })), leftOut: leftOut.map((personId) => ({ personId, name: name(personId) ?? 'somebody', mayStay: may.keepFromThem(viewer, facts, personId) })), needsSecond: facts.wasHigh,
    clock: ticking && { clock: ticking.clock, dueAt: ticking.dueAt, isOver: ticking.dueAt <= now() }, can,
    categories: head.categories.map((key) => ({ key, label: categoryLabels[key] ?? own.find(({ id }) => id === key)?.label ?? 'something that is not on the list' })), ownCategories: own,
    adults: may.keep(viewer, facts) || facts.isBroughtIn ? await partakers(tx, concernId) : [], keepers: keepers.map(({ personId, name }) => ({ personId, name })),
    outsiders: may.keepFrom(viewer, facts) ? (await whoCanBeKeptOut(tx, concernId)).filter(({ personId }) => may.keepFromThem(viewer, facts, personId)) : [],
    others: can.includes('duplicate') ? await othersOf(tx, concern) : [],
    linked: await linkedTo(tx, concern), mayLink: may.keep(viewer, facts), onceLinked: may.keep(viewer, facts) ? await onceLinkedTo(tx, concernId) : [],
  }
})

const othersOf = (tx: Tx, { id, organisationId }: { id: string; organisationId: string }) => tx.$queryRaw<OpenCase['others']>`
  SELECT c.id AS "concernId", c."raisedAt", h.state::text AS state, (SELECT p.name FROM "Person" p WHERE p.id = c."raisedById") AS "raisedByName"
  FROM "Concern" c JOIN "ChronologyHead" h ON h."concernId" = c.id WHERE c."organisationId" = ${organisationId}::uuid AND c.id <> ${id}::uuid AND h.state NOT IN ('closed', 'duplicate', 'transferred')
  ORDER BY c."raisedAt" DESC LIMIT 100`
