import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { dueRows } from './parts/due-rows.server.ts'
import { may } from './policy.ts'
import { keptOf, sayDays } from './ways.ts'

/** Why one of those that were asked for cannot go now; `not read`: whoever would agree has not opened it yet. */
export type Stuck = 'held' | 'not due' | 'moved on' | 'not read'
export type Destruction = {
  id: string; organisationName: string; rule: string; label: string; long: string; because: string; count: number
  askedByName: string | null; askedAt: Date; isMine: boolean; endedAt: Date | null; endedByName: string | null; isDestroyed: boolean | null
  /** While it waits: why they are no longer needed, and what each of them is. */
  reason: string | null; items: { subjectId: string; raisedAt: Date; raisedByName: string | null; stuck: Stuck | null }[]
  can: { agree: boolean; refuse: boolean }
}

/** What two people are asked to let go of, for whoever looks after it; and, when it is destroyed, the certificate: what, how many, when, who, by which rule, and no name of whom it was about. */
export const findDestruction = (viewer: Viewer, id: string): Promise<Destruction> => read(viewer, async (tx) => {
  const row = await tx.destruction.findUnique({ where: { id }, include: { items: { select: { subjectId: true, length: true } } } })
  if (!row) throw new NotFound()
  const [names, open] = [
    await namesIn(tx, [row.askedById, row.endedById]),
    await opener(tx, 'Destruction', [id]),
  ]
  const name = (who: string | null) => names.find((one) => one.id === who)?.name ?? null
  const isOpen = row.endedAt === null
  const place = await tx.organisation.findUnique({ where: { id: row.organisationId }, select: { name: true } })
  const ids = row.items.map(({ subjectId }) => subjectId)
  const due = isOpen ? await dueRows(tx, ids) : []
  const found = isOpen ? await tx.$queryRaw<{ subjectId: string; raisedAt: Date; raisedByName: string | null; isRead: boolean }[]>`
    SELECT c.id AS "subjectId", app.has_read_since(c.id, ${row.askedAt}) AS "isRead", c."raisedAt", (SELECT p.name FROM "Person" p WHERE p.id = c."raisedById") AS "raisedByName" FROM "Concern" c WHERE c.id = ANY (${ids}::uuid[])
    UNION ALL SELECT c.id, app.has_read_since(c.id, ${row.askedAt}), c."sharedAt", NULL FROM "AdultConcern" c WHERE c.id = ANY (${ids}::uuid[]) ORDER BY 3, 1` : []
  const items = found.map(({ isRead, ...one }): Destruction['items'][number] => {
    const now = due.find(({ subjectId }) => subjectId === one.subjectId)
    return { ...one, stuck: !now || now.rule !== row.rule ? 'not due' : now.isHeld ? 'held' : now.length !== row.items.find(({ subjectId }) => subjectId === one.subjectId)!.length ? 'moved on' : isRead || row.askedById === viewer.id ? null : 'not read' }
  })
  return {
    id, organisationName: place?.name ?? 'A setting', rule: row.rule, label: keptOf(row.rule).label, long: sayDays(row.days), because: row.because, count: row.count,
    askedByName: name(row.askedById), askedAt: row.askedAt, isMine: row.askedById === viewer.id, endedAt: row.endedAt, endedByName: name(row.endedById), isDestroyed: row.isDestroyed,
    reason: isOpen ? open(id, 'reason', row.reason) : null, items,
    can: { agree: isOpen && may.agree(viewer, row) && items.length === row.count && items.every(({ stuck }) => stuck === null), refuse: isOpen && may.refuse(viewer, row) },
  }
})

/** What those who signed are called. */
const namesIn = (tx: Tx, people: readonly (string | null)[]) => tx.$queryRaw<{ id: string; name: string }[]>`
  SELECT p.id, p.name FROM "Person" p WHERE p.id = ANY (${people.filter((one) => one !== null)}::uuid[]) UNION SELECT n.id, n.name FROM app.adult_destruction_names() n`

export type DestructionRow = { id: string; organisationName: string; label: string; count: number; askedByName: string | null; askedAt: Date; isMine: boolean; endedAt: Date | null }

/** Destructions that wait for a second person, or (`isOver`) that happened: the newest first. */
export const destructions = (viewer: Viewer, { isOver, take = 25 }: { isOver: boolean; take?: number }): Promise<DestructionRow[]> => read(viewer, async (tx) => {
  const rows = await tx.$queryRaw<(Omit<DestructionRow, 'label'> & { rule: string })[]>`
    SELECT d.id, coalesce(o.name, 'A setting') AS "organisationName", d.rule, d.count, coalesce((SELECT p.name FROM "Person" p WHERE p.id = d."askedById"), (SELECT n.name FROM app.adult_destruction_names() n WHERE n.id = d."askedById")) AS "askedByName", d."askedAt", d."askedById" = ${viewer.id}::uuid AS "isMine", d."endedAt"
    FROM "Destruction" d LEFT JOIN "Organisation" o ON o.id = d."organisationId" WHERE CASE WHEN ${isOver} THEN d."isDestroyed" ELSE d."endedAt" IS NULL END ORDER BY coalesce(d."endedAt", d."askedAt") DESC LIMIT ${take}`
  return rows.map(({ rule, ...row }) => ({ ...row, label: keptOf(rule).label }))
})
