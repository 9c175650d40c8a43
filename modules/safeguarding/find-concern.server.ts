import type { CaseClock, CaseLevel, Clock, Danger, OriginKind, Rung } from '#prisma/generated/enums.ts'
import { calendarsOf } from '../calendar/calendars-of.server.ts'
import { opener } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { addToChronology } from './add-to-chronology.server.ts'
import { concernAsViewer } from './concern-as-viewer.server.ts'
import { menteeWhoTold } from './mentee-who-told.server.ts'
import { originToRead } from './origin-to-read.server.ts'
import type { OfThatName } from './left-out.ts'
import { namesOf } from './who-and-when.server.ts'
import { may } from './policy.ts'
import { categoryNames } from './own-categories.server.ts'
import { marksIn, type Mark } from './marks.ts'
import { asRead } from './said.ts'
import { climbsAhead } from './climbs-ahead.ts'
import { stateOf, type ConcernState } from './states.ts'
import type { AgencyAnswer, Harm } from './referral-parts.ts'
import type { Basis, Recipient, WhyNot } from './sharing.ts'
import { proofOf } from './proof-of.ts'
import { isStrikable, type CaseDecision, type Outcome, type Threshold } from './steps.ts'

export type ChronologyLine = {
  id: string; number: number; kind: string; at: Date; byName: string | null; isMine: boolean; says: { label: string | null; text: string }[]; rung: Rung | null; people: string[]
  /** Who is away, where the line says that somebody covers for them. */
  coversForName: string | null
  /** Which clock ran out. */
  clock: Clock | CaseClock | null
  level: CaseLevel | null; threshold: Threshold | null; decision: CaseDecision | null; outcome: Outcome | null; dueOn: string | null; reviewOn: string | null
  /** Of what was shared, or was not: with whom, on what ground, and when it happened. */
  recipient: Recipient | null; basis: Basis | null; whyNot: WhyNot | null; happenedAt: string | null
  /** What kinds of worry it was called. */
  categories: string[]
  /** Where on a body something was seen. */
  marks: Mark[]
  /** Of a referral and what came of it: to which agency, its answer, and why it is for the LADO. */
  agencyName: string | null; answer: AgencyAnswer | null; harm: Harm | null
  /** Who was told, as the law asks. */
  notified: string | null
  /** Which part of it whoever raised it added. */
  part: string | null
  /** Of a line that says a locked file was made: what stands in the file too, to compare on the phone. */
  proof: string | null
  /** Struck through by a later line. */
  isStruck: boolean; mayStrike: boolean
}
type Facts = Partial<Pick<ChronologyLine, 'rung' | 'clock' | 'level' | 'threshold' | 'decision' | 'outcome' | 'dueOn' | 'reviewOn' | 'recipient' | 'basis' | 'whyNot' | 'happenedAt' | 'part' | 'answer' | 'harm' | 'notified'>> & { categories?: string[]; people?: string[]; personId?: string; withId?: string; toId?: string; ownerId?: string; coversForId?: string; agencyId?: string; number?: number; fits?: string[]; last?: string[]; ofThatName?: OfThatName }
const whom = ({ people, personId, withId, toId, ownerId }: Facts) => people ?? [personId, withId, toId, ownerId].filter((id) => id !== undefined)

export type OpenConcern = {
  concernId: string; organisationName: string; raisedAt: Date; raisedByName: string | null; danger: Danger; isAboutAdult: boolean; isAboutMentoring: boolean
  /** A mentee who raised it: the bird, and their own name where it is known. */
  mentee: { birdName: string; ownName: string | null } | null
  /** What they had before them. Never what stands there. */
  origin: { kind: OriginKind; name: string | null; at: Date | null } | null
  who: string | null; what: string | null; firstStep: string | null; state: ConcernState
  receivedByName: string | null; receivedAt: Date | null; takenOnByName: string | null; takenOnAt: Date | null
  climbsAt: Date | null; keptFromNames: string[]; /** Of those: whoever was left out because the name that was written may be theirs, and nobody has said that it is. */ fitNames: string[]
  /** Whose name stands in it and could not be left out, for nobody else would have been told; and what whoever raised it said of that. */
  named: { names: string[]; ofThatName: OfThatName } | null
  /** It names an answer given in the room without a name. Who gave it, once this viewer has asked on record. */
  answer: { mayAsk: boolean; writerName: string | null } | null
  chronology: ChronologyLine[]; can: { receive: boolean; takeOn: boolean; note: boolean }
}

/** Opens a concern's page: what was said, who has it, and everything that was done. That it was looked at goes on record. */
export async function findConcern(viewer: Viewer, concernId: string): Promise<OpenConcern> {
  return change(viewer, async (tx) => {
    const { concern, facts } = await concernAsViewer(tx, viewer, concernId)
    await addToChronology(tx, { concernId, organisationId: concern.organisationId, kind: 'looked' })

    const lines = await tx.chronologyEntry.findMany({ where: { concernId }, orderBy: { number: 'asc' } })
    const facing = (line: (typeof lines)[number]) => line.facts as Facts
    const struck = new Set(lines.filter((line) => line.kind === 'struck').map((line) => facing(line).number))
    const [said, noted] = [await opener(tx, 'Concern', [concernId]), await opener(tx, 'ChronologyEntry', lines.filter((line) => line.words).map((line) => line.id))]
    const name = await namesOf(tx, [concern.raisedById, concern.receipt?.byId, concern.takingOn?.byId, ...concern.keptFrom.map((kept) => kept.personId), ...lines.flatMap((line) => [line.byId, ...whom(facing(line)), ...(facing(line).last ?? []), facing(line).coversForId])])
    const targets = concern.takingOn ? [] : await tx.clockTarget.findMany({ where: { organisationId: concern.organisationId } })
    const calendar = (await calendarsOf(tx, concern.takingOn ? [] : [concern.organisationId]))(concern.organisationId)
    const agencyName = await agencyNames(tx, lines.flatMap((line) => facing(line).agencyId ?? []))
    const called = await categoryNames(tx, concern.organisationId)
    const [writer] = concern.answer ? await tx.$queryRaw<{ name: string | null }[]>`SELECT app.who_answered(${concernId}::uuid) AS name` : []
    const times = { receivedAt: concern.receipt?.at ?? null, takenOnAt: concern.takingOn?.at ?? null }

    return {
      concernId, organisationName: concern.organisation.name, raisedAt: concern.raisedAt, raisedByName: name(concern.raisedById), mentee: await menteeWhoTold(tx, concern.raisedByMenteeId), origin: await originToRead(tx, concern),
      danger: concern.danger, isAboutAdult: concern.isAboutAdult, isAboutMentoring: concern.isAboutMentoring, state: stateOf(times), ...times,
      who: said(concernId, 'who', concern.who), what: said(concernId, 'what', concern.what), firstStep: said(concernId, 'firstStep', concern.takingOn?.firstStep),
      receivedByName: name(concern.receipt?.byId), takenOnByName: name(concern.takingOn?.byId),
      climbsAt: climbsAhead({ raisedAt: concern.raisedAt, danger: concern.danger, climbed: concern.climbs, ...times }, targets, calendar)[0]?.at ?? null,
      keptFromNames: concern.keptFrom.map((kept) => name(kept.personId) ?? 'somebody you do not know'),
      fitNames: (facing(lines[0]!).fits ?? []).filter((id) => !lines.some((line) => line.kind === 'kept-from' && facing(line).personId === id) && concern.keptFrom.some((kept) => kept.personId === id)).map((id) => name(id) ?? 'somebody you do not know'),
      named: namedIn(facing(lines[0]!), name),
      answer: concern.answer && { mayAsk: may.askWho(viewer, facts), writerName: writer?.name ?? null },
      chronology: lines.map((line) => {
        const { rung = null, clock = null, level = null, threshold = null, decision = null, outcome = null, dueOn = null, reviewOn = null, recipient = null, basis = null, whyNot = null, happenedAt = null, part = null, answer = null, harm = null, notified = null } = facing(line)
        return {
          id: line.id, number: line.number, kind: line.kind, at: line.at, byName: name(line.byId), isMine: line.byId === viewer.id, says: asRead(line.kind, noted(line.id, 'words', line.words)),
          people: whom(facing(line)).map((id) => name(id) ?? 'somebody').sort(), coversForName: name(facing(line).coversForId), rung, clock, level, threshold, decision, outcome, dueOn, reviewOn, recipient, basis, whyNot, happenedAt, part, categories: (facing(line).categories ?? []).map(called), marks: line.kind === 'marked' ? marksIn(noted(line.id, 'words', line.words)) : [], answer, harm, notified, agencyName: agencyName(facing(line).agencyId),
          proof: line.kind === 'exported' ? proofOf(Buffer.from(line.hash).toString('hex')) : null, isStruck: struck.has(line.number), mayStrike: isStrikable(line.kind) && !struck.has(line.number) && may.strike(viewer, facts, line),
        }
      }),
      can: { receive: !concern.receipt && may.receive(viewer, facts), takeOn: !concern.takingOn && may.takeOn(viewer, facts), note: may.note(viewer, facts) },
    }
  })
}

const namedIn = ({ last, ofThatName }: Facts, name: (id: string) => string | null): OpenConcern['named'] => (last?.length && ofThatName ? { names: last.map((id) => name(id) ?? 'somebody'), ofThatName } : null)

/** What these agencies are called, as far as the viewer's setting has them. */
async function agencyNames(tx: Tx, ids: readonly string[]): Promise<(id: string | undefined) => string | null> {
  const rows = ids.length ? await tx.agency.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } }) : []
  return (id) => rows.find((row) => row.id === id)?.name ?? null
}
