import type { Tx } from '../db/transaction.server.ts'
import { completion, type Completion } from './completion.ts'
import { gatherFacts } from './parts/gather-facts.server.ts'
import { mentorCourse } from './parts/mentor-course.server.ts'

/** The same for several people of one setting at once, for a list whose reader has been asked for leave already. */
export async function completionsOf(tx: Tx, { organisationId, personIds }: { organisationId: string; personIds: readonly string[] }): Promise<Map<string, Completion>> {
  if (personIds.length === 0) return new Map()
  const facts = await gatherFacts(tx, { organisationId, personIds, course: mentorCourse() })
  return new Map([...facts].map(([personId, known]) => [personId, completion(known)]))
}
