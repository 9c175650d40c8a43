import type { Prisma } from '#prisma/generated/client.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer, Visitor } from '../db/viewer.ts'

type Facts = { organisationId?: string; subjectId?: string } & Record<string, Prisma.InputJsonValue | undefined>

/** Writes an act: who did what to what, when. Facts are ids, times and plain choices; never anybody's words. */
export async function record(tx: Tx, viewer: Viewer | Visitor | null, kind: string, { organisationId, subjectId, ...facts }: Facts = {}) {
  const byId = viewer && 'id' in viewer ? viewer.id : null
  await tx.act.createMany({ data: [{ kind, byId, organisationId: organisationId ?? null, subjectId: subjectId ?? null, facts }] })
}
