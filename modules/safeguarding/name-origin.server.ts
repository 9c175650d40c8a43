import { unitAt } from '../curriculum/find-course.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import { originOf, type Origin } from './origin.ts'

/** What an address or a form names, if there is such a thing at all; whether whoever names it may see it, the database says. */
export function originThere(from: string | undefined): Origin | null {
  const origin = originOf(from)
  return origin?.kind === 'unit' && !unitAt(origin.source) ? null : origin
}

/** Notes where a concern comes from, while it is being raised. Null where it names nothing, or nothing that whoever raises it may see: then it goes without. */
export async function nameOrigin(tx: Tx, concernId: string, from: string | undefined): Promise<Origin | null> {
  const origin = originThere(from)
  if (!origin) return null
  const [named] = await tx.$queryRaw<{ isNamed: boolean }[]>`SELECT app.name_origin(${concernId}::uuid, ${origin.kind}::"OriginKind", ${origin.source}) AS "isNamed"`
  return named?.isNamed ? origin : null
}
