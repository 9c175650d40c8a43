import { curriculumFolder } from './curriculum-folder.server.ts'
import { readKnown } from './parts/known.server.ts'
import { Problems } from './parts/problems.ts'
import { readUnit } from './parts/read-unit.server.ts'
import type { Unit } from './schema.ts'

/**
 * A unit as it was, from the text that was kept of it. It was checked when it was current; what it would be told today (a prompt that has
 * gone since, say) is no reason to take it from somebody who is in the middle of it. Null when it cannot be read at all any more.
 */
export const readVersion = (source: string, slug: string): Unit | null =>
  readUnit(source, slug, (known ??= readKnown(curriculumFolder(), null).known), new Problems(slug))

let known: ReturnType<typeof readKnown>['known'] | undefined
