import { z } from 'zod'
import { findMatrix } from '../accreditation/find-matrix.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { readSampled } from './parts/read-sampled.server.ts'
import { may } from './policy.ts'

/** What was drawn: the evidence, the decision with its ticks and words, what a quality assurer said of it, and what followed. */
export async function findSampled(viewer: Viewer, input: { sampledId: string }) {
  const id = z.uuid().parse(input.sampledId)
  const { evidenceIds, ...found } = await read(viewer, async (tx) => {
    const sampled = await readSampled(tx, viewer, id)
    // Somebody from outside looks through what was opened to them, where each look goes on record.
    if (!may.readSample(viewer, sampled.organisationId)) throw new NotFound()
    return sampled
  })
  const matrix = await findMatrix(viewer, { registrationId: found.registrationId })
  const unit = matrix.units.find(({ criteria }) => criteria.some((one) => one.id === found.criterionId))
  const criterion = unit?.criteria.find((one) => one.id === found.criterionId)
  if (!unit || !criterion) throw new NotFound()
  return {
    ...found, learner: matrix.name, where: matrix.where, specification: matrix.specification, criterion: { number: `${unit.ref} ${criterion.number}`, says: criterion.says },
    // Words alone: whoever looks a decision over takes nothing back.
    evidence: matrix.evidence.filter((piece) => evidenceIds.has(piece.id)).map((piece) => ({ ...piece, canTakeBack: false })),
  }
}
export type Sampled = Awaited<ReturnType<typeof findSampled>>
