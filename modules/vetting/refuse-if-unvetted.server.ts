import type { Role } from '#prisma/generated/enums.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { myGaps, sayWhom } from './my-vetting.server.ts'

type Who = { organisationId: string; personId: string; roles: readonly Role[] }

/**
 * Only an adult whose checks are there and in date takes a place with children. Asked by the deed that gives or takes the place, in its transaction; the
 * database asks again. Whoever it is about reads what is missing; a colleague who arranges reads that something is, and who knows what.
 */
export async function refuseIfUnvetted(tx: Tx, viewer: Viewer, { organisationId, personId, roles }: Who): Promise<void> {
  const [may] = await tx.$queryRaw<{ work: boolean; whom: string[] | null; name: string | null }[]>`
    SELECT app.may_work_as(${organisationId}::uuid, ${personId}::uuid, ${[...roles]}::text[]::"Role"[]) AS work, app.who_keeps_checks(${organisationId}::uuid) AS whom, (SELECT p.name FROM "Person" p WHERE p.id = ${personId}::uuid) AS name`
  if (may!.work) return
  const whom = sayWhom(may!.whom)
  if (personId !== viewer.id) throw new Conflict(`${may!.name ?? 'They'} cannot do this yet: a check of theirs is missing or has run out. ${whom} knows which, and puts it right.`)
  const gaps = await myGaps(tx, { organisationId, roles })
  throw new Conflict(`You cannot do this just now. On the register of checks ${gaps.join('; ')}. ${whom} puts it right. Until then a colleague takes your place.`)
}
