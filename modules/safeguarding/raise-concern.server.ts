import type { Rung } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { calendarsOf } from '../calendar/calendars-of.server.ts'
import { now } from '../clock.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { isTaken } from '../db/once.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer, Visitor } from '../db/viewer.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { authorize } from '../policy.ts'
import { clockRanOut } from './alert-letter.ts'
import { digest } from './digest.server.ts'
import { addToChronology } from './add-to-chronology.server.ts'
import { adultsOnLadder } from './adults-on-ladder.server.ts'
import { aroundMentoring } from './around-mentoring.server.ts'
import { AsksOfThatName } from './asks-of-that-name.ts'
import { namedHere } from './named-here.server.ts'
import { nameOrigin } from './name-origin.server.ts'
import { tellRung } from './tell-rung.server.ts'
import { may } from './policy.ts'
import { RaiseConcern } from './raise-concern-fields.ts'
import { settingOf } from './setting-of.ts'
import { leftOut } from './left-out.ts'
import { climbsAhead } from './climbs-ahead.ts'
import { peopleOn, type AdultToTell, type Around } from './states.ts'

/**
 * Somebody is worried about somebody, and hands it on. The concern, who is told, the letters and the clocks are one transaction: there is
 * never a concern without its alert. Sent twice, it is one concern. Gives back its id.
 */
export async function raiseConcern(viewer: Viewer | Visitor, input: RaiseConcern): Promise<string> {
  const concern = RaiseConcern.parse(input)
  const organisationId = 'menteeId' in viewer ? viewer.organisationId : (concern.organisationId ?? settingOf(viewer))
  if ('id' in viewer) authorize(may.raise, viewer, organisationId)
  try {
    return await raise(viewer, organisationId, concern)
  } catch (error) {
    if (!isTaken(error)) throw error
    // The same form sent twice at once: the other one is in. If the id is somebody else's after all, this one still must not be lost.
    if (await isMine(viewer, concern.id)) return concern.id
    return raise(viewer, organisationId, { ...concern, id: newId() })
  }
}

const raise = (viewer: Viewer | Visitor, organisationId: string, { id, who, what, danger, isAboutAdult, keptFrom: chosen, isAboutMentoring, isPicked, ofThatName, askedOf, isUnattended, from, answerId }: ReturnType<typeof RaiseConcern.parse>) =>
  change(viewer, async (tx) => {
    if (await tx.concern.findUnique({ where: { id }, select: { id: true } })) return id

    const raisedById = 'id' in viewer ? viewer.id : null
    const adults = await adultsOnLadder(tx, organisationId)
    const around = isAboutMentoring ? await aroundMentoring(tx, organisationId) : null
    const { keptFrom, fits, last, answer: whether } = leftOut(adults, { named: isPicked ? [] : await namedHere(tx, organisationId, adults, who), raisedById, chosen, around, ofThatName, askedOf, isUnattended })
    if (last.length && !whether) throw new AsksOfThatName(adults, last)
    const seal = await sealNew(tx, { table: 'Concern', id, organisationId })
    const sealed = { who: seal('who', who), what: seal('what', what) }
    await tx.concern.createMany({ data: [{ id, organisationId, raisedById, raisedByMenteeId: raisedById ? null : (viewer as Visitor).menteeId, danger, isAboutAdult, isAboutMentoring, ...sealed }] })
    if (keptFrom.length) await tx.concernKeptFrom.createMany({ data: keptFrom.map((personId) => ({ concernId: id, personId, organisationId })) })
    const [answer] = answerId ? await tx.$queryRaw<{ isNamed: boolean }[]>`SELECT app.name_answer(${id}::uuid, ${answerId}::uuid) AS "isNamed"` : []
    const origin = await nameOrigin(tx, id, from)

    const { rung, told } = await tellFirst(tx, { id, organisationId }, adults, { keptFrom, raisedById, isAboutMentoring })
    await addToChronology(tx, { concernId: id, organisationId, kind: 'raised', facts: {
      danger, isAboutAdult, ...(around ? { isAboutMentoring, around } : {}), keptFrom, ...(fits.length ? { fits } : {}), ...(whether ? { last, ofThatName: whether } : {}), who: digest(sealed.who), what: digest(sealed.what), ...(answer?.isNamed ? { answerId: answerId! } : {}), ...(origin ? { from: `${origin.kind}:${origin.source}` } : {}),
    } })
    await addToChronology(tx, { concernId: id, organisationId, kind: 'told', facts: { rung, people: told } })
    await record(tx, viewer, 'concern.raised', { organisationId, subjectId: id })

    const targets = await tx.clockTarget.findMany({ where: { organisationId } })
    const ahead = climbsAhead({ raisedAt: now(), danger, receivedAt: null, takenOnAt: null, climbed: [] }, targets, (await calendarsOf(tx, [organisationId]))(organisationId))
    for (const clock of ['received', 'taken_on'] as const) await enqueue(tx, clockRanOut, { concernId: id }, { at: ahead.find((climb) => climb.clock === clock)!.at })
    return id
  })

/** The first rung. Where it goes round everybody there, it is the delivery site's at once that something waits. */
async function tellFirst(tx: Tx, concern: { id: string; organisationId: string }, adults: readonly AdultToTell[], around: Around): Promise<{ rung: Rung; told: string[] }> {
  const first = peopleOn('first', adults, around)
  const { kind } = await tx.organisation.findUniqueOrThrow({ where: { id: concern.organisationId }, select: { kind: true } })
  const people = first.length ? first : peopleOn('delivery_site', adults, around)
  const rung = first.length || kind === 'delivery_site' || !people.length ? 'first' : 'delivery_site'
  await tellRung(tx, concern, rung, people, 'concern:raised')
  return { rung, told: people.map((person) => person.personId) }
}

const isMine = (viewer: Viewer | Visitor, id: string) => read(viewer, async (tx) => (await tx.concern.findUnique({ where: { id }, select: { id: true } })) !== null)
