import type { AdultClock, AdultState, AdultWeight, Danger, OriginKind, Rung } from '#prisma/generated/enums.ts'
import { now } from '../clock.ts'
import { opener } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import type { Harm } from '../safeguarding/referral-parts.ts'
import { addAdultLine } from './add-adult-line.server.ts'
import { dueNext, type Due } from './adult-clock.ts'
import { may } from './policy.ts'
import { adultConcernAsViewer } from './parts/adult-concern-as-viewer.server.ts'
import { adultNames } from './parts/adult-names.server.ts'
import { originShown } from './parts/origin-shown.server.ts'
import { patternsOf } from './parts/patterns-of.server.ts'
import { placeOf } from './parts/place-of.server.ts'
import { asRead } from './said.ts'
import { adultAfter, adultSteps, strikable, type AdultOutcome, type AdultStep } from './steps.ts'

export type AdultLine = {
  id: string; number: number; kind: string; at: Date; byName: string | null; says: { label: string | null; text: string }[]; people: string[]
  weight: AdultWeight | null; harm: Harm | null; outcome: AdultOutcome | null; clock: AdultClock | null; rung: Rung | null; happenedAt: string | null; /** They were told because nobody below them is there. */ isAway: boolean; isStruck: boolean; mayStrike: boolean
}
type Facts = Partial<Pick<AdultLine, 'weight' | 'harm' | 'outcome' | 'clock' | 'rung' | 'happenedAt' | 'isAway'>> & { people?: string[]; keptFrom?: string[]; told?: string[]; personId?: string; number?: number; aboutId?: string; age?: number; isSelf?: boolean }

export type OpenAdultConcern = {
  id: string; organisationName: string; timeZone: string; sharedAt: Date; danger: Danger; who: string | null; child: string | null; what: string | null
  /** Who shared it; null where their name is kept apart and this viewer has not asked. */
  sharedBy: string | null; isApart: boolean; toldBy: string | null; isSelf: boolean
  /** Somebody here, and how old they were if a peer mentor. */
  about: { name: string; age: number | null } | null
  /** Where whoever shared it was, seen by whom sees who they are. */ origin: { kind: OriginKind; name: string | null; at: Date | null } | null
  state: AdultState; weight: AdultWeight | null; needsSecond: boolean; isLadoTold: boolean; holderName: string | null; isMine: boolean; isHolderGone: boolean
  keptFromNames: string[]; readerNames: string[]; /** Who of those who read it could sign the closing: never whoever closed it. */ signerNames: string[]; dueFor: Due['clock'] | null; dueBy: Date | null; isLate: boolean
  /** How many about the same adult in a year, where that is a pattern. */
  pattern: number | null; /** The child's concern it was found in; with its id if the viewer reads that too. */ foundIn: { concernId: string | null } | null; lines: AdultLine[]; can: AdultStep[]
  /** From whom it could be kept, and who could be brought in. */
  adults: { personId: string; name: string; role: string }[]; others: { personId: string; name: string }[]
}

/** Opens the record of a concern about an adult: what was said, who has it, and everything that was done. That it was looked at goes on record. */
export const findAdultConcern = (viewer: Viewer, id: string): Promise<OpenAdultConcern> => change(viewer, async (tx) => {
  const { concern, facts, readers, wasAllegation, times } = await adultConcernAsViewer(tx, id)
  const { head, organisationId } = concern
  await addAdultLine(tx, { id: newId(), adultConcernId: id, organisationId, kind: 'looked' })
  const rows = (await tx.adultLine.findMany({ where: { adultConcernId: id }, orderBy: { number: 'asc' } })).map((line) => ({ ...line, facts: line.facts as Facts }))
  const struck = new Set(rows.filter(({ kind }) => kind === 'struck').map(({ facts }) => facts.number))
  const sharer = await tx.adultSharer.findUnique({ where: { adultConcernId: id } })
  const said = await opener(tx, 'AdultConcern', [id])
  const noted = await opener(tx, 'AdultLine', rows.filter(({ words }) => words).map((line) => line.id))
  const whom = ({ people, told, personId }: Facts) => [...(personId ? [personId] : []), ...(people ?? []), ...(told ?? [])]
  const name = await adultNames(tx, [head.holderId, head.aboutId, sharer?.personId, ...readers, ...concern.keptFrom.map(({ personId }) => personId), ...rows.flatMap(({ byId, facts }) => [byId, ...whom(facts)])])
  const place = await placeOf(tx, organisationId)
  const adults = await tx.$queryRaw<OpenAdultConcern['adults']>`SELECT "personId", name, role FROM app.adults_it_may_be_about(${organisationId}::uuid)`
  const ladder = await tx.$queryRaw<{ personId: string; name: string }[]>`SELECT DISTINCT "personId", name FROM app.adult_ladder(${organisationId}::uuid) ORDER BY name`
  const [mentee] = sharer?.menteeId ? await tx.$queryRaw<{ bird: string | null }[]>`SELECT app.adult_mentee(${id}::uuid) AS bird` : []
  const kept = concern.keptFrom.map(({ personId }) => personId)
  const [first] = rows
  const due = dueNext({ ...concern, ...head, ...times }, place.timeZone)
  const rules: Partial<Record<AdultStep, boolean>> = { told: false, climbed: false, looked: false, struck: false, 'came-from': false, added: false, printed: false, 'took-over': may.takeOver(viewer, facts), signed: may.sign(viewer, facts), 'asked-sharer': may.askSharer(viewer, facts) && !sharer }
  return {
    id, organisationName: place.name, timeZone: place.timeZone, sharedAt: concern.sharedAt, danger: concern.danger, who: said(id, 'who', concern.who), child: said(id, 'child', concern.child), what: said(id, 'what', concern.what),
    sharedBy: sharer ? (sharer.personId ? name(sharer.personId) : mentee?.bird ? `a mentee, ${mentee.bird}` : 'a mentee') : null, isApart: facts.isApart, toldBy: sharer ? (await opener(tx, 'AdultSharer', [sharer.id]))(sharer.id, 'toldBy', sharer.toldBy) : null, isSelf: first?.facts.isSelf ?? false, origin: await originShown(tx, id),
    about: head.aboutId ? { name: name(head.aboutId)!, age: rows.findLast(({ facts }) => facts.aboutId)?.facts.age ?? null } : null,
    state: head.state, weight: head.weight, needsSecond: wasAllegation, isLadoTold: times.isLadoTold, holderName: name(head.holderId), isMine: head.holderId === viewer.id, isHolderGone: facts.isHolderGone,
    keptFromNames: kept.map((one) => name(one)!), readerNames: readers.map((one) => name(one)!).sort(), signerNames: readers.filter((one) => one !== (facts.closedById ?? viewer.id)).map((one) => name(one)!).sort(), dueFor: due?.clock ?? null, dueBy: due?.at ?? null, isLate: due !== null && due.at <= now(),
    pattern: (await patternsOf(tx)).find(({ aboutId }) => aboutId === head.aboutId)?.count ?? null,
    foundIn: concern.concernId ? { concernId: (await tx.chronologyHead.findUnique({ where: { concernId: concern.concernId }, select: { concernId: true } }))?.concernId ?? null } : null,
    lines: rows.map(({ facts: { weight = null, harm = null, outcome = null, clock = null, rung = null, happenedAt = null, isAway = false, ...more }, ...line }) => ({
      id: line.id, number: line.number, kind: line.kind, at: line.at, byName: name(line.byId), says: asRead(line.kind, noted(line.id, 'words', line.words)), people: whom(more).map((one) => name(one)!),
      weight, harm, outcome, clock, rung, happenedAt, isAway, isStruck: struck.has(line.number), mayStrike: strikable.includes(line.kind) && !struck.has(line.number),
    })),
    can: (Object.keys(adultSteps) as AdultStep[]).filter((kind) => rules[kind] !== false && adultAfter(head.state, kind, wasAllegation) !== null),
    adults: adults.filter(({ personId }) => !kept.includes(personId)), others: ladder.filter(({ personId }) => !kept.includes(personId) && !readers.includes(personId)),
  }
})
