import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** The mentees this mentor meets now, by the name each chose. A pair stays yours to see when its mentee no longer is: it is then left out. */
export const myMentees = (viewer: Viewer) => read(viewer, (tx) => tx.$queryRaw<{ pairId: string; organisationId: string; menteeId: string; birdName: string; since: Date }[]>`
  SELECT p.id AS "pairId", p."organisationId", p."menteeId", m."birdName", p."startsAt" AS since FROM "Pair" p JOIN "Mentee" m ON m.id = p."menteeId"
  WHERE p."mentorId" = ${viewer.id}::uuid AND p."startsAt" <= ${now()} AND (p."endsAt" IS NULL OR p."endsAt" > ${now()}) ORDER BY p."startsAt"`)
