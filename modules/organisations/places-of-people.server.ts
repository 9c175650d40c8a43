import { Role } from '#prisma/generated/enums.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { may } from './policy.ts'
import { rolesToGive } from './roles-given.ts'

/** The organisations whose people this viewer may see or bring in, each with the roles they may give there. */
export const placesOfPeople = (viewer: Viewer) => read(viewer, async (tx) => {
  const places = await tx.organisation.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true, kind: true, supportedById: true } })
  return places.map((place) => ({ ...place, sees: may.seePeople(viewer, place.id), gives: rolesToGive(viewer, place, Object.values(Role)) })).filter((place) => place.sees || place.gives.length > 0)
})
