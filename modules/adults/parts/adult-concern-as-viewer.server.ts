import type { Tx } from '../../db/transaction.server.ts'
import { NotFound } from '../../errors.ts'
import type { AdultTimes } from '../adult-clock.ts'
import type { AdultFacts } from '../policy.ts'

/** A concern about an adult, if this viewer keeps it, with the facts its rules ask for. */
export async function adultConcernAsViewer(tx: Tx, id: string) {
  const found = await tx.adultConcern.findUnique({ where: { id }, include: { head: true, keptFrom: true, told: true } })
  if (!found?.head) throw new NotFound()
  const lines = await tx.adultLine.findMany({ where: { adultConcernId: id, kind: { in: ['closed', 'weighed'] } }, orderBy: { number: 'desc' }, select: { kind: true, byId: true, facts: true } })
  const [who] = await tx.$queryRaw<{ readers: string[]; isApart: boolean }[]>`SELECT readers::text[] AS readers, "isApart" FROM app.adult_who_reads(${id}::uuid)`
  const [times] = await tx.$queryRaw<Pick<AdultTimes, 'since' | 'decidedAs' | 'isLadoTold' | 'workedAt'>[]>`SELECT since, "decidedAs", "isLadoTold", "workedAt" FROM app.adult_times(${id}::uuid) LEFT JOIN LATERAL app.adult_worked(${id}::uuid) ON true`
  const { readers, isApart } = who!
  const { holderId, state } = found.head
  const facts: AdultFacts = { holderId, isHolderGone: state !== 'waiting' && !(holderId && readers.includes(holderId)), closedById: lines.find(({ kind }) => kind === 'closed')?.byId ?? null, isApart }
  return {
    concern: { ...found, head: found.head }, facts, readers,
    /** What was an allegation once needs a second signature, whatever it was weighed as afterwards. */
    wasAllegation: lines.some(({ kind, facts }) => kind === 'weighed' && (facts as { weight?: string }).weight === 'allegation'),
    times: times!,
  }
}
export type AdultConcernAsViewer = Awaited<ReturnType<typeof adultConcernAsViewer>>
