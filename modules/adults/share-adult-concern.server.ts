import { randomBytes } from 'node:crypto'
import { Prisma } from '#prisma/generated/client.ts'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { isTaken } from '../db/once.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer, Visitor } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { addToChronology } from '../safeguarding/add-to-chronology.server.ts'
import { aroundMentoring } from '../safeguarding/around-mentoring.server.ts'
import { may as withConcern } from '../safeguarding/policy.ts'
import { settingOf } from '../safeguarding/setting-of.ts'
import { nameAdultOrigin } from './parts/name-adult-origin.server.ts'
import { namedThere } from './parts/named-there.server.ts'
import { nameOfSomebodyHere } from './parts/name-of-somebody-here.server.ts'
import { ShareAdultConcern } from './share-fields.ts'
import { tellAdultRung, tellAdultsAbove } from './tell-adult-rung.server.ts'

/** It is about a young person after all: a peer mentor under 18. It goes the way of every worry about a child. */
export class IsAboutAYoungPerson extends Conflict {}

/**
 * Somebody hands on a worry about an adult who works or volunteers with young people. It goes into a register of its own, round that adult and
 * everybody close to them: the record, who is told, their letters and its first lines are one transaction. Sent twice, it is one. Gives back its id.
 */
export async function shareAdultConcern(viewer: Viewer | Visitor, input: ShareAdultConcern): Promise<string> {
  const said = ShareAdultConcern.parse(input)
  const organisationId = 'menteeId' in viewer ? viewer.organisationId : (said.organisationId ?? settingOf(viewer))
  if ('id' in viewer && !said.concernId) authorize(withConcern.raise, viewer, organisationId)
  try {
    return await share(viewer, organisationId, said)
  } catch (error) {
    const refused = refusalOf(error)
    if (refused) throw refused
    if (!isTaken(error)) throw error
    // The same form sent twice at once: the other one is in. If the id is somebody else's after all, this one still must not be lost.
    if (await read(viewer, (tx) => isMine(tx, said.id))) return said.id
    return share(viewer, organisationId, { ...said, id: newId() })
  }
}

const share = (viewer: Viewer | Visitor, organisationId: string, { id, danger, what, child, aboutId, aboutName, keptFrom, isApart, isAboutMentoring, from, toldBy, concernId }: ReturnType<typeof ShareAdultConcern.parse>) =>
  change(viewer, async (tx) => {
    if (await isMine(tx, id)) return id
    const sharerId = newId()
    const seal = await sealNew(tx, { table: 'AdultConcern', id, organisationId })
    const sealSharer = await sealNew(tx, { table: 'AdultSharer', id: sharerId, organisationId })
    const who = aboutName || (aboutId ? await nameOfSomebodyHere(tx, organisationId, aboutId) : '') || 'Not said'
    const around = [...keptFrom, ...(aboutName ? await namedThere(tx, organisationId, aboutName) : []), ...(isAboutMentoring ? await aroundMentoring(tx, organisationId) : [])]
    const [row] = await tx.$queryRaw<{ told: string[] }[]>`
      SELECT app.share_adult_concern(${id}::uuid, ${sharerId}::uuid, ${organisationId}::uuid, ${danger}::"Danger", ${aboutId ?? null}::uuid, ${seal('who', who)}, ${child ? seal('child', child) : null}, ${seal('what', what)},
        ${[...new Set(around)]}::uuid[], ${isApart}, ${toldBy ? sealSharer('toldBy', toldBy) : null}, ${randomBytes(16).toString('hex')}, ${concernId ?? null}::uuid)::text[] AS told`
    const [pointer] = await tx.$queryRaw<{ may: boolean }[]>`SELECT app.may_point(${id}::uuid) AS may`
    if (concernId && pointer!.may) await addToChronology(tx, { concernId, organisationId, kind: 'pointed' })
    // A name that is kept apart is not on the list of what was done with it either: their own acts say that they handed something on.
    await record(tx, viewer, 'concern.raised', { organisationId, subjectId: id })
    await tellAdultRung(tx, { id, organisationId }, 'first', [...row!.told, ...(isApart ? await asOneOfThem(tx, viewer, id) : [])], 'concern:raised')
    await tellAdultsAbove(tx, { id, organisationId })
    await nameAdultOrigin(tx, id, from)
    return id
  })

/** Why the database would not have it, where that is for whoever shared it to know. */
function refusalOf(error: unknown): Conflict | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null
  if (error.message.includes('BL004')) return new IsAboutAYoungPerson('They are under 18: a worry about them goes the way of every worry about a young person.')
  if (error.message.includes('BL005')) return new Conflict('Everybody here who could keep this is somebody it goes round, so nobody would read it. Nothing was sent. Ring the LADO of your local council, who is there for worries about adults. If a child is in danger now, ring 999.')
  if (error.message.includes('BL006')) return new Conflict('Somebody you chose is not one of the people here. Choose them again, or write their name.')
  return null
}

/** Whoever keeps it and shared it with their name kept apart is called like the others: a letter too few would say whose it is. */
const asOneOfThem = async (tx: Tx, viewer: Viewer | Visitor, id: string) => ('id' in viewer && (await tx.adultTold.count({ where: { adultConcernId: id, personId: viewer.id } })) ? [viewer.id] : [])

const isMine = async (tx: Tx, id: string) => (await tx.$queryRaw<unknown[]>`SELECT FROM app.my_adult_concerns() m WHERE m.id = ${id}::uuid`).length > 0
