import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import type { PlaceOfRegister } from './adult-register.server.ts'

/** The setting of a child's concern, and whom something found in it may be about. */
export const foundInConcern = (viewer: Viewer, concernId: string): Promise<PlaceOfRegister[]> => read(viewer, (tx) => tx.$queryRaw<PlaceOfRegister[]>`
  SELECT o.id AS "organisationId", o.name, (SELECT coalesce(jsonb_agg(a), '[]') FROM app.adults_it_may_be_about(o.id) a) AS adults FROM "Concern" c JOIN "Organisation" o ON o.id = c."organisationId" WHERE c.id = ${concernId}::uuid`)
