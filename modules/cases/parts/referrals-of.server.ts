import type { AgencyKind } from '#prisma/generated/enums.ts'
import { now } from '../../clock.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { AgencyAnswer } from '../../safeguarding/referral-parts.ts'
import type { CaseDecision } from '../../safeguarding/steps.ts'

export type Referral = {
  id: string; number: number; agencyId: string; agencyName: string; agencyPhone: string | null; agencyKind: AgencyKind | null; madeAt: string
  /** When they are to be asked again, and whether that has passed. */
  chaseAt: string | null; isLate: boolean; chases: number; isTakenFurther: boolean
  answer: AgencyAnswer | null; isOpen: boolean
}
type Facts = { agencyId?: string; referralId?: string; happenedAt?: string; chaseAt?: string; answer?: AgencyAnswer; isEnd?: boolean; decision?: CaseDecision }

/** The agencies a case was referred to, first to last, and what has come of each, as its lines say; and whether a decision to refer still waits to be carried out. */
export async function referralsOf(tx: Tx, concernId: string): Promise<{ referrals: Referral[]; toRefer: CaseDecision | null }> {
  const rows = await tx.chronologyEntry.findMany({ where: { concernId, kind: { in: ['decided', 'referred', 'chased', 'escalated', 'agency-answered'] } }, orderBy: { number: 'asc' }, select: { id: true, number: true, kind: true, at: true, facts: true } })
  const lines = rows.map((line) => ({ ...line, facts: line.facts as Facts }))
  const made = lines.filter(({ kind }) => kind === 'referred')
  const agencies = made.length ? await tx.agency.findMany({ where: { id: { in: made.flatMap(({ facts }) => facts.agencyId ?? []) } }, select: { id: true, name: true, phone: true, kind: true } }) : []
  const last = lines.findLast(({ kind }) => kind === 'decided' || kind === 'referred')
  return {
    referrals: made.map(({ id, number, at, facts }): Referral => {
      const after = lines.filter((line) => line.facts.referralId === id)
      const answered = after.findLast(({ kind }) => kind === 'agency-answered')?.facts
      const agency = agencies.find((one) => one.id === facts.agencyId)
      const isOpen = !after.some((line) => line.kind === 'agency-answered' && line.facts.isEnd)
      const chaseAt = (after.findLast((line) => line.facts.chaseAt)?.facts ?? facts).chaseAt ?? null
      return {
        id, number, agencyId: facts.agencyId ?? '', agencyName: agency?.name ?? 'An agency', agencyPhone: agency?.phone ?? null, agencyKind: agency?.kind ?? null, madeAt: facts.happenedAt ?? at.toISOString(),
        chaseAt, isLate: isOpen && chaseAt !== null && new Date(chaseAt) <= now(), chases: after.filter(({ kind }) => kind === 'chased').length, isTakenFurther: after.some(({ kind }) => kind === 'escalated'), answer: answered?.answer ?? null, isOpen,
      }
    }),
    toRefer: last?.kind === 'decided' && ['refer', 'early_help', 'lado', 'police', 'specialist_help'].includes(last.facts.decision ?? '') ? last.facts.decision ?? null : null,
  }
}
