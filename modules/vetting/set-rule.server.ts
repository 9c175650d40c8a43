import { z } from 'zod'
import { Role, VettingKind } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

const Need = z.string().transform((text) => text.split(' ')).pipe(z.tuple([z.enum(Role).exclude(['mentor']), z.enum(VettingKind)]))
export const SetRule = z.object({ id: z.uuid(), organisationId: z.uuid(), fromOn: z.iso.date('Say from which day.'), needs: z.array(Need).max(200) })

/** Those who answer for a setting say which checks each role needs, and from which day. What was asked before goes on until then; asking for nothing switches it off. */
export async function setRule(viewer: Viewer, input: z.input<typeof SetRule>): Promise<void> {
  const { id, organisationId, fromOn, needs } = SetRule.parse(input)
  authorize(may.setRule, viewer, organisationId)
  const each = [...new Map(needs.map((need) => [need.join(' '), need])).values()]
  await changeOnce(viewer, async (tx) => {
    await tx.vettingRule.createMany({ data: [{ id, organisationId, fromOn: new Date(fromOn), byId: viewer.id }] })
    await tx.vettingNeed.createMany({ data: each.map(([role, kind]) => ({ ruleId: id, organisationId, role, kind })) })
    await record(tx, viewer, 'vetting.rule-set', { organisationId, subjectId: id, fromOn, needs: each.length })
  }, { mine: (tx) => tx.vettingRule.findFirst({ where: { id, byId: viewer.id } }), otherwise: 'A colleague was a moment quicker. Look at it again.' })
}
