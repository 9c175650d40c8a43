import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { findAward } from './parts/find-award.server.ts'

/** One of the viewer's own. Those who see somebody else's do not do with it what its owner does. */
export async function findMyAward(viewer: Viewer, input: { awardId: string }): Promise<{ id: string; title: string }> {
  const id = z.uuid().parse(input.awardId)
  return read(viewer, async (tx) => {
    const { personId, title } = await findAward(tx, id)
    if (personId !== viewer.id) throw new NotFound()
    return { id, title }
  })
}
