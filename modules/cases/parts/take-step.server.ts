import { Prisma } from '#prisma/generated/client.ts'
import type { CaseLevel } from '#prisma/generated/enums.ts'
import { record } from '../../audit/record.server.ts'
import { changeOnce } from '../../db/change-once.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { Conflict, Forbidden, NotFound } from '../../errors.ts'
import { authorize } from '../../policy.ts'
import { addToChronology } from '../../safeguarding/add-to-chronology.server.ts'
import { concernAsViewer, type ConcernAsViewer } from '../../safeguarding/concern-as-viewer.server.ts'
import { canTake, needsSecond, type StepKind } from '../../safeguarding/steps.ts'
import { tellReaders } from '../../safeguarding/tell-readers.server.ts'
import type { CaseFacts } from '../policy.ts'
import { whoHasIt } from './keepers-of.server.ts'

export type Case = { concern: ConcernAsViewer; facts: CaseFacts; tx: Tx }
type Line = { facts?: Record<string, Prisma.InputJsonValue | null>; words?: string; /** What follows from it, in lines of its own. */ after?: () => Promise<void> }
type Step = { id: string; concernId: string; kind: StepKind }

/**
 * Takes one step of a case. Leave is asked, what the step itself writes is written, the line is added under the lock of the concern's head,
 * and whoever reads the case hears of it. The line's id comes with the form: sent twice, it is one step.
 */
export async function takeStep(viewer: Viewer, { id, concernId, kind }: Step, rule: (viewer: Viewer, facts: CaseFacts) => boolean, work: (now: Case) => Promise<Line> | Line): Promise<void> {
  const take = () => changeOnce(viewer, async (tx) => {
    // Two tabs that keep it from two people, or let one in, each see what the other did: who is left to look after it is counted one after the other.
    if (kind === 'kept-from' || kind === 'let-in') await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${concernId}, 0))`
    const { concern, facts } = await caseAsViewer(tx, viewer, concernId)
    authorize(rule, viewer, facts)
    if (await tx.chronologyEntry.findFirst({ where: { id, concernId, kind, byId: viewer.id }, select: { id: true } })) return
    if (!canTake(concern.head!.state, kind)) throw new Conflict('It has moved on since you opened it. Look at it again.')
    const { after, ...line } = await work({ concern, facts, tx })
    await addToChronology(tx, { id, concernId, organisationId: concern.organisationId, kind, ...line })
    await after?.()
    await record(tx, viewer, `concern.${kind}`, { organisationId: concern.organisationId, subjectId: concernId, lineId: id })
    await tellReaders(tx, viewer, concern)
  }, { mine: (tx) => tx.chronologyEntry.findFirst({ where: { id, concernId, kind, byId: viewer.id } }), otherwise: 'A colleague was a moment quicker. Look at it again.' })
  await take().catch(async (error: unknown) => {
    if (!isRefused(error)) throw error
    // Leave was asked, and the line was refused under the lock all the same: leave was taken away in that very moment, from whoever does it or from whom they hand it to, and the second try says so; or it is a fault of ours, and stays one.
    await take().catch((again: unknown) => {
      throw again instanceof NotFound || again instanceof Forbidden || again instanceof Conflict ? new Conflict('It has moved on since you opened it. Look at it again.') : again
    })
  })
}

const isRefused = (error: unknown) => error instanceof Prisma.PrismaClientKnownRequestError && error.message.includes('not a line for you to add')

/** A concern as a case, with the facts its rules ask for. */
export async function caseAsViewer(tx: Tx, viewer: Viewer, concernId: string): Promise<{ concern: ConcernAsViewer; facts: CaseFacts }> {
  const { concern, facts } = await concernAsViewer(tx, viewer, concernId)
  const lines = await tx.chronologyEntry.findMany({ where: { concernId, kind: { in: ['closed', 'triaged', 'transferred'] } }, orderBy: { number: 'desc' }, select: { kind: true, byId: true, facts: true } })
  const closedById = lines.find(({ kind }) => kind === 'closed')?.byId ?? null
  const handedOnById = lines.find(({ kind }) => kind === 'transferred')?.byId ?? null
  return { concern, facts: { ...facts, closedById, handedOnById, hasItId: whoHasIt(concern), wasHigh: lines.some((line) => needsSecond((line.facts as { level?: CaseLevel }).level ?? null)) } }
}
