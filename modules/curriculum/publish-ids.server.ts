import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { idsOf, publishedFile, publishedIn } from './parts/published-ids.server.ts'
import type { Course } from './schema.ts'

/** The ids that are in the courses and not yet published. Until they are, their authors may still change them. */
export function unpublished(folder: string, courses: readonly Course[]): string[] {
  const published = new Set(publishedIn(folder).map(({ id }) => id))
  return idsOf(courses).filter((id) => !published.has(id))
}

/** Publishes what is new: from now on those ids never change. */
export function publishIds(folder: string, courses: readonly Course[]): string[] {
  const fresh = unpublished(folder, courses)
  if (fresh.length > 0) appendFileSync(join(folder, publishedFile), `${fresh.join('\n')}\n`)
  return fresh
}
