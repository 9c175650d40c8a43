import { z } from 'zod'
import type { MalpracticeEnding } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { once } from '../db/once.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const AddCaseNote = z.object({ id: z.uuid(), caseId: z.uuid(), words: z.string().trim().min(1, 'There are no words in it yet.').max(8000, 'That is longer than fits here.') })
export const EndCase = AddCaseNote.extend({ ending: z.enum(['nothing_found', 'advice_given', 'put_right', 'passed_on'] satisfies MalpracticeEnding[], 'Choose how it ended.') })

const ended = 'This case has ended. What you wrote is still here.'

async function findCase(tx: Tx, viewer: Viewer, id: string) {
  // Held, so that nothing is added to a case that ends in the same moment.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 48271))`
  const found = await tx.malpracticeCase.findUnique({ where: { id }, include: { end: true } })
  if (!found) throw new NotFound()
  authorize(may.keepCase, viewer, found)
  return found
}

/** The head or a quality assurer writes down what was done about a case. Lines are added and never changed. */
export async function addCaseNote(viewer: Viewer, input: z.input<typeof AddCaseNote>): Promise<void> {
  const { id, caseId, words } = AddCaseNote.parse(input)
  await once(() => change(viewer, async (tx) => {
    const { organisationId, end } = await findCase(tx, viewer, caseId)
    if (await tx.malpracticeNote.findFirst({ where: { id, caseId, byId: viewer.id } })) return
    if (end) throw new Conflict(ended)
    const seal = await sealNew(tx, { table: 'MalpracticeNote', id, organisationId })
    await tx.malpracticeNote.createMany({ data: [{ id, organisationId, caseId, words: seal('words', words), byId: viewer.id }] })
    await record(tx, viewer, 'registers.malpractice-noted', { organisationId, subjectId: caseId, noteId: id })
  }), 'That could not be kept. Load the page again, then send it again.')
}

/** The head or a quality assurer ends a case, and says how. */
export async function endCase(viewer: Viewer, input: z.input<typeof EndCase>): Promise<void> {
  const { id, caseId, words, ending } = EndCase.parse(input)
  await once(() => change(viewer, async (tx) => {
    const { organisationId, end } = await findCase(tx, viewer, caseId)
    if (end?.id === id) return
    if (end) throw new Conflict(ended)
    const seal = await sealNew(tx, { table: 'MalpracticeEnd', id, organisationId })
    await tx.malpracticeEnd.createMany({ data: [{ id, organisationId, caseId, ending, words: seal('words', words), byId: viewer.id }] })
    await record(tx, viewer, 'registers.malpractice-ended', { organisationId, subjectId: caseId, endId: id })
  }), ended)
}
