import { z } from 'zod'
import type { VettingKind } from '#prisma/generated/enums.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

type Found = { checkId: string; organisationId: string; personId: string; fullName: string; kind: VettingKind; doneOn: string; isStruck: boolean }

/** One check, for whoever is about to strike it through. */
export async function findCheck(viewer: Viewer, input: { checkId: string }): Promise<Found> {
  const checkId = z.uuid().parse(input.checkId)
  return read(viewer, async (tx) => {
    const [found] = await tx.$queryRaw<Found[]>`
      SELECT c.id AS "checkId", c."organisationId", c."personId", coalesce((SELECT p."fullName" FROM "Person" p WHERE p.id = c."personId"), 'Somebody who has left') AS "fullName", c.kind, c."doneOn"::text AS "doneOn",
        EXISTS (SELECT FROM "VettingCheckStruck" s WHERE s."checkId" = c.id) AS "isStruck" FROM "VettingCheck" c WHERE c.id = ${checkId}::uuid`
    if (!found) throw new NotFound()
    authorize(may.write, viewer, found)
    return found
  })
}
