import type { OriginKind } from '#prisma/generated/enums.ts'
import { opener } from '../crypto/seal.server.ts'
import { unitAt } from '../curriculum/find-course.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { plainOf } from '../journals/body.ts'
import { bodyFrom } from '../journals/parse-body.ts'
import { originOf } from './origin.ts'

/** What somebody has before them, for themself: which it is, and the passages they may lift into what they say. None goes along unless they do. */
export type OriginToHandOn = { from: string; kind: OriginKind; source: string; name: string | null; at: Date | null; passages: string[] }
type Found = Pick<OriginToHandOn, 'name' | 'at'> & { text?: string }

/** Null where there is nothing, or nothing of this viewer's: what they say is handed on all the same. */
export async function originToHandOn(viewer: Viewer, input: { from: string | null }): Promise<OriginToHandOn | null> {
  const origin = originOf(input.from)
  if (!origin) return null
  const found = await read(viewer, (tx) => finds[origin.kind](tx, viewer, origin.source))
  return found && { from: `${origin.kind}:${origin.source}`, ...origin, name: found.name, at: found.at, passages: (found.text ?? '').split('\n').map((line) => line.trim()).filter(Boolean).slice(0, 200) }
}

const isId = (source: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(source)

const finds: Record<OriginKind, (tx: Tx, viewer: Viewer, source: string) => Promise<Found | null>> = {
  async journal_entry(tx, viewer, id) {
    const entry = isId(id) ? await tx.journalEntry.findFirst({ where: { id, personId: viewer.id, purgedAt: null }, select: { startedAt: true, body: true } }) : null
    return entry && { name: null, at: entry.startedAt, text: plainOf(bodyFrom((await opener(tx, 'JournalEntry', [id]))(id, 'body', entry.body))) }
  },
  async shared_entry(tx, viewer, id) {
    const share = isId(id) ? await tx.journalShare.findFirst({ where: { id, withId: viewer.id, takenBackAt: null }, select: { sharedAt: true, body: true, fromId: true } }) : null
    if (!share) return null
    const from = await tx.person.findUnique({ where: { id: share.fromId }, select: { name: true } })
    return { name: from?.name ?? null, at: share.sharedAt, text: plainOf(bodyFrom((await opener(tx, 'JournalShare', [id]))(id, 'body', share.body))) }
  },
  unit: (_tx, _viewer, address) => {
    const place = unitAt(address)
    return Promise.resolve(place && { name: place.unit.title, at: null })
  },
  async meeting(tx, _viewer, id) {
    if (!isId(id)) return null
    const [meeting] = await tx.$queryRaw<Found[]>`SELECT g.name, m."startsAt" AS at FROM "Meeting" m JOIN "SupervisionGroup" g ON g.id = m."groupId" WHERE m.id = ${id}::uuid AND m."groupId" = ANY ((SELECT app.my_groups())::uuid[])`
    return meeting ?? null
  },
  async pair(tx, _viewer, id) {
    const pair = isId(id) ? await tx.pair.findUnique({ where: { id }, select: { startsAt: true, menteeId: true } }) : null
    const mentee = pair && (await tx.mentee.findUnique({ where: { id: pair.menteeId }, select: { birdName: true } }))
    return pair && { name: mentee?.birdName ?? null, at: pair.startsAt }
  },
}
