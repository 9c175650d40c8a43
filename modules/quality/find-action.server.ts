import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { findSampled } from './find-sampled.server.ts'

/** One action, with everything that led to it. */
export async function findAction(viewer: Viewer, input: { actionId: string }) {
  const id = z.uuid().parse(input.actionId)
  const action = await read(viewer, (tx) => tx.qualityAction.findUnique({ where: { id }, select: { sampledId: true } }))
  if (!action) throw new NotFound()
  const sampled = await findSampled(viewer, action)
  const isLast = sampled.actions.at(-1)!.id === id
  return { ...sampled, action: sampled.actions.find((one) => one.id === id)!, can: { ...sampled.can, answer: isLast && sampled.can.answer, settle: isLast && sampled.can.settle } }
}
