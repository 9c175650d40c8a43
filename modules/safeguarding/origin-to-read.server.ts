import type { OriginKind } from '#prisma/generated/enums.ts'
import { unitAt } from '../curriculum/find-course.server.ts'
import type { Tx } from '../db/transaction.server.ts'

type Found = { id: string; origin: { kind: OriginKind; source: string; sourceAt: Date | null } | null }

/** Where a concern comes from, for whoever reads it: the kind, the day, and a name. What was written or said there stays there. */
export async function originToRead(tx: Tx, { id, origin }: Found): Promise<{ kind: OriginKind; name: string | null; at: Date | null } | null> {
  if (!origin) return null
  const { kind, source, sourceAt: at } = origin
  if (kind === 'unit') return { kind, at, name: unitAt(source)?.unit.title ?? null }
  const [found] = await tx.$queryRaw<{ name: string | null }[]>`SELECT app.origin_name(${id}::uuid) AS name`
  return { kind, at, name: found?.name ?? null }
}
