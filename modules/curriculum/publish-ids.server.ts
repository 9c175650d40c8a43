import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishedFile, publishedIn } from './parts/published-ids.server.ts'

/** The ids that are in the curriculum and not yet published. Until they are, their authors may still change them. */
export function unpublished(folder: string, ids: readonly string[]): string[] {
  const published = new Set(publishedIn(folder).map(({ id }) => id))
  return ids.filter((id) => !published.has(id))
}

/** Publishes what is new: from now on those ids never change. */
export function publishIds(folder: string, ids: readonly string[]): string[] {
  const fresh = unpublished(folder, ids)
  if (fresh.length > 0) appendFileSync(join(folder, publishedFile), `${fresh.join('\n')}\n`)
  return fresh
}
