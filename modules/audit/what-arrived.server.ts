import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/**
 * Which of these deeds has this person done? A form carries the id its deed will have, and the deed's act names it: so a page whose answer was lost
 * can learn what became of it. As far back as a device keeps drafts, and a day.
 */
export async function whatArrived(viewer: Viewer, input: { ids: string[] }): Promise<string[]> {
  const ids = z.array(z.uuid()).max(100).parse(input.ids)
  if (ids.length === 0) return []
  const rows = await read(viewer, (tx) => tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT named.id FROM "Act" a, LATERAL (SELECT a."subjectId"::text AS id UNION ALL SELECT value FROM jsonb_each_text(a.facts)) named
    WHERE a."byId" = ${viewer.id}::uuid AND a.at > app.now() - interval '15 days' AND named.id = ANY(${ids})`)
  return rows.map(({ id }) => id)
}
