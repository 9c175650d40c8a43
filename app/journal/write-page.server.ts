import { prefersPlain } from '#app/editor/prefers-plain.ts'
import { newId } from '#modules/db/new-id.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import type { FoundEntry } from '#modules/journals/find-entry.server.ts'
import { promptOf } from '#modules/journals/prompts.server.ts'

/** What the page for writing needs, for a new entry and for one that is there. */
export const writePageData = (viewer: Viewer, request: Request, entry: FoundEntry) =>
  ({ entry, prompt: promptOf(entry.promptId), writingId: newId(), isPlain: prefersPlain(request), personId: viewer.id })

export type WritePageData = ReturnType<typeof writePageData>
