import { curriculumFolder } from './curriculum-folder.server.ts'
import type { Guide } from './guide.ts'
import { readKnown } from './parts/known.server.ts'
import { Problems } from './parts/problems.ts'
import { readGuide } from './parts/read-guide.server.ts'
import { readUnit } from './parts/read-unit.server.ts'
import type { Unit } from './schema.ts'

/**
 * A unit as it was, from the text that was kept of it. It was checked when it was current; what it would be told today (a prompt that has
 * gone since, say) is no reason to take it from somebody who is in the middle of it. Null when it cannot be read at all any more.
 */
export const readVersion = (source: string, slug: string): Unit | null => readUnit(source, slug, whatIsKnown(), new Problems(slug))

/** The same for a guide. */
export const readGuideVersion = (source: string, courseId: string): Guide | null => readGuide(source, { courseId, slug: courseId }, whatIsKnown(), new Problems(courseId))?.guide ?? null

let known: ReturnType<typeof readKnown>['known'] | undefined
const whatIsKnown = () => (known ??= readKnown(curriculumFolder(), null).known)
