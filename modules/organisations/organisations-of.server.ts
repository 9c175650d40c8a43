import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** The organisations this viewer belongs to, or supports with their delivery site: name, kind and telephone. */
export const organisationsOf = (viewer: Viewer) => read(viewer, (tx) => tx.organisation.findMany({
  select: { id: true, name: true, kind: true, phone: true, supportedById: true }, orderBy: { name: 'asc' }, take: 200,
}))
