import type { OriginKind } from '#prisma/generated/enums.ts'
import { unitAt } from '../../curriculum/find-course.server.ts'
import type { Tx } from '../../db/transaction.server.ts'

/** Where a concern about an adult comes from: the kind, the day, and a name; for whoever may see who shared it. What was written or said there stays there. */
export async function originShown(tx: Tx, adultConcernId: string): Promise<{ kind: OriginKind; name: string | null; at: Date | null } | null> {
  const [origin] = await tx.$queryRaw<{ kind: OriginKind; source: string; at: Date | null; name: string | null }[]>`
    SELECT kind::text AS kind, source, "sourceAt" AS at, app.adult_origin_name("adultConcernId") AS name FROM "AdultOrigin" WHERE "adultConcernId" = ${adultConcernId}::uuid`
  if (!origin) return null
  const { kind, source, at, name } = origin
  return { kind, at, name: kind === 'unit' ? (unitAt(source)?.unit.title ?? null) : name }
}
