import { z } from 'zod'
import type { Role, VettingKind } from '#prisma/generated/enums.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export type Rule = { id: string; fromOn: string; setAt: Date; setByName: string; isInForce: boolean; needs: { role: Role; kind: VettingKind }[] }

/** What a setting asks for: what is in force, and what has been set and waits for its day. */
export const ruleOf = (viewer: Viewer, input: { organisationId: string }) => read(viewer, async (tx) => {
  const organisationId = z.uuid().parse(input.organisationId)
  const place = await tx.organisation.findUnique({ where: { id: organisationId }, select: { id: true, name: true, kind: true } })
  if (!place) throw new NotFound()
  authorize(may.read, viewer, organisationId)
  return { place, canSet: may.setRule(viewer, organisationId), ...(await rulesIn(tx, organisationId)) }
})

/** Read in one question: the newest whose day has come, and a newer one whose day has not. */
export async function rulesIn(tx: Tx, organisationId: string): Promise<{ inForce: Rule | null; toCome: Rule | null }> {
  const rules = await tx.$queryRaw<Rule[]>`
    SELECT r.id, r."fromOn"::text AS "fromOn", r.at AS "setAt", coalesce((SELECT p.name FROM "Person" p WHERE p.id = r."byId"), 'somebody who has left') AS "setByName",
      r."fromOn" <= (app.now() AT TIME ZONE o."timeZone")::date AS "isInForce",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('role', n.role, 'kind', n.kind)), '[]') FROM "VettingNeed" n WHERE n."ruleId" = r.id) AS needs
    FROM "VettingRule" r JOIN "Organisation" o ON o.id = r."organisationId" WHERE r."organisationId" = ${organisationId}::uuid ORDER BY r.at DESC, r.id DESC LIMIT 20`
  const newest = rules[0]
  return { inForce: rules.find(({ isInForce }) => isInForce) ?? null, toCome: newest && !newest.isInForce ? newest : null }
}
