import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { completion, type Completion } from './completion.ts'
import { gatherFacts } from './parts/gather-facts.server.ts'
import { mentorCourse } from './parts/mentor-course.server.ts'
import { isTrainedByMe } from './parts/trained-by-me.server.ts'
import { may } from './policy.ts'

export const CompletionOf = z.object({ personId: z.uuid(), organisationId: z.uuid() })

/** How far somebody is from being ready to be matched in a setting, for those who may see it. */
export const completionOf = (viewer: Viewer, input: z.input<typeof CompletionOf>): Promise<Completion> =>
  read(viewer, (tx) => completionIn(tx, viewer, input))

/** The same inside a deed. Whoever may not see it is refused: what they do not see must not read as not done. */
export async function completionIn(tx: Tx, viewer: Viewer, input: z.input<typeof CompletionOf>): Promise<Completion> {
  const { personId, organisationId } = CompletionOf.parse(input)
  authorize(may.see, viewer, { personId, organisationId, isTrainedByMe: await isTrainedByMe(tx, { personId, organisationId }) })
  const facts = await gatherFacts(tx, { organisationId, personIds: [personId], course: mentorCourse() })
  return completion(facts.get(personId)!)
}
