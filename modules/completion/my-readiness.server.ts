import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { completion, type Check, type Completion } from './completion.ts'
import { gatherFacts } from './parts/gather-facts.server.ts'
import { mentorCourse } from './parts/mentor-course.server.ts'

export type MyReadiness = Completion & { organisationId: string; setting: string; courseSlug: string; policyId: string | null; /** The one thing to do next; null when it is nobody's turn but others'. */ next: Check['what'] | null }

/** A mentor's own: what is left before they can be matched, in each setting where they are one. */
export async function myReadiness(viewer: Viewer): Promise<MyReadiness[]> {
  const settings = [...new Set(viewer.memberships.filter(({ role }) => role === 'mentor').map(({ organisationId }) => organisationId))]
  if (settings.length === 0) return []
  const course = mentorCourse()
  return read(viewer, async (tx) => {
    const found: MyReadiness[] = []
    for (const organisation of await tx.organisation.findMany({ where: { id: { in: settings } }, select: { id: true, name: true }, orderBy: { name: 'asc' } })) {
      const facts = (await gatherFacts(tx, { organisationId: organisation.id, personIds: [viewer.id], course })).get(viewer.id)!
      const outcome = completion(facts)
      found.push({ ...outcome, organisationId: organisation.id, setting: organisation.name, courseSlug: course.slug, policyId: facts.policy?.id ?? null, next: nextOf(outcome, facts.policy !== null) })
    }
    return found
  })
}

/** What a mentor has to sign or to read next, in the first setting that asks it; null when it is not their turn, or a unit comes before it. */
export const nextToSign = async (viewer: Viewer): Promise<MyReadiness | null> => (await myReadiness(viewer)).find(({ next }) => next === 'agreement' || next === 'policy') ?? null

/** Units first: signing and reading come easier to somebody who knows what they are about. A session is for others to arrange. */
function nextOf({ unit, checks }: Completion, isPolicyNamed: boolean): Check['what'] | null {
  const isLeft = (what: Check['what']) => checks.some((check) => check.what === what && !check.isDone)
  if (unit) return 'course'
  if (isLeft('agreement')) return 'agreement'
  return isLeft('policy') && isPolicyNamed ? 'policy' : null
}
