import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import type { OrganisationKind } from '#prisma/generated/enums.ts'

/** The organisations this viewer belongs to, or supports with their delivery site: name, kind and telephone. */
export const organisationsOf = (viewer: Viewer) => read(viewer, (tx) => tx.$queryRaw<{ id: string; name: string; kind: OrganisationKind; phone: string | null; supportedById: string | null }[]>`
  SELECT id, name, kind::text AS kind, phone, "supportedById" FROM "Organisation" ORDER BY name LIMIT 200`)
