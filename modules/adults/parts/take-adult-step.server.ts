import { record } from '../../audit/record.server.ts'
import { changeOnce } from '../../db/change-once.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { Conflict } from '../../errors.ts'
import { tell } from '../../live/tell.server.ts'
import { authorize } from '../../policy.ts'
import { addAdultLine, type AdultLineToAdd } from '../add-adult-line.server.ts'
import { may, type AdultFacts } from '../policy.ts'
import { adultAfter, type AdultStep } from '../steps.ts'
import { adultConcernAsViewer } from './adult-concern-as-viewer.server.ts'

type Step = { id: string; adultConcernId: string; kind: AdultStep }
type Says = Pick<AdultLineToAdd, 'facts' | 'words'>

/** Takes one step with a concern about an adult: leave is asked, the line is added under the head's lock, and whoever else reads it hears of it. The line's id comes with the form: sent twice, it is one step. */
export const takeAdultStep = (viewer: Viewer, { id, adultConcernId, kind }: Step, says: Says = {}, { rule = may.keep, otherwise = 'A colleague was a moment quicker. Look at it again.', then }: { rule?: (viewer: Viewer, facts: AdultFacts) => boolean; otherwise?: string; /** `readersBefore`: who read it until this step. */ then?: (tx: Tx, readersBefore: readonly string[], organisationId: string) => Promise<void> } = {}): Promise<void> =>
  changeOnce(viewer, async (tx) => {
    const { concern, facts, readers: readersBefore, wasAllegation } = await adultConcernAsViewer(tx, adultConcernId)
    if (await tx.adultLine.findFirst({ where: { id, adultConcernId }, select: { id: true } })) return
    authorize(rule, viewer, facts)
    if (adultAfter(concern.head.state, kind, wasAllegation) === null) throw new Conflict(otherwise)
    const readers = await addAdultLine(tx, { id, adultConcernId, organisationId: concern.organisationId, kind, ...says })
    await record(tx, viewer, `concern.${kind}`, { organisationId: concern.organisationId, subjectId: adultConcernId, lineId: id })
    for (const personId of readers ?? []) await tell(tx, `person:${personId}`, 'concern:noted', { concernId: adultConcernId })
    await then?.(tx, readersBefore, concern.organisationId)
  }, { mine: (tx) => tx.adultLine.findFirst({ where: { id, adultConcernId, byId: viewer.id } }), otherwise })
