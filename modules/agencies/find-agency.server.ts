import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { agencies, type Agency } from './agencies-of.server.ts'
import { may } from './policy.ts'

/** One entry of the directory, for whoever keeps it; one that was ended too. */
export const findAgency = (viewer: Viewer, agencyId: string): Promise<Agency> => read(viewer, async (tx) => {
  const [agency] = await agencies(tx, viewer, { id: agencyId })
  if (!agency) throw new NotFound()
  authorize(may.keep, viewer, agency)
  return agency
})
