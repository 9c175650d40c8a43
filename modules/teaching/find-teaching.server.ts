import { z } from 'zod'
import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { findSitting } from './parts/find-sitting.server.ts'
import { onScreen } from './parts/on-screen.server.ts'
import { earlierVersions } from './parts/earlier-versions.server.ts'
import { changedSince, goneSince, textsOf } from './parts/texts.server.ts'
import { may } from './policy.ts'
import { runSheet } from './run-sheet.server.ts'

export const FindTeaching = z.object({ sessionId: z.uuid() })

/** A learner as the trainers see them: here or not, answered or not, stuck or not. Never what they answered. */
export type LearnerHere = { id: string; name: string; is: 'here' | 'gone' | 'not-yet'; hasAnswered: boolean; stuck: { id: string; since: Date; title: string } | null }

/** The teaching of a sitting for its trainers: the run-sheet, where the room is, who is here, who has answered, who is stuck, and the screen. */
export async function findTeaching(viewer: Viewer, input: z.input<typeof FindTeaching>) {
  const { sessionId } = FindTeaching.parse(input)
  return read(viewer, async (tx) => {
    const sitting = await findSitting(tx, viewer, sessionId)
    authorize(may.teach, viewer, sitting)
    const { cohort, where, lead, opened } = sitting
    const texts = await textsOf(tx, sitting)
    const steps = runSheet(texts, cohort.pattern)
    const members = (await tx.cohortMember.findMany({ where: { cohortId: cohort.id, leftAt: null, placedAt: { not: null } }, include: { person: { select: { id: true, name: true } } }, orderBy: { person: { name: 'asc' } } }))
      .filter((member) => (member.person as typeof member.person | null) !== null)
    const question = where ? steps[where.place]?.question ?? null : null
    const seats = new Map((await tx.teachingSeat.findMany({ where: { sessionId } })).map((seat) => [seat.personId, seat.heldUntil]))
    const stuck = await tx.teachingStuck.findMany({ where: { sessionId, endedAt: null }, orderBy: { at: 'asc' } })
    const answered = new Set(question ? (await tx.$queryRaw<{ who: string }[]>`SELECT app.teaching_answered(${sessionId}::uuid, ${question.id}) AS who`).map((row) => row.who) : [])
    const learners = members.filter((member) => member.part === 'learner').map(({ person: { id, name } }): LearnerHere => {
      const heldUntil = seats.get(id)
      const signal = stuck.find((one) => one.personId === id)
      return { id, name, is: !heldUntil ? 'not-yet' : heldUntil > now() ? 'here' : 'gone', hasAnswered: answered.has(id), stuck: signal ? { id: signal.id, since: signal.at, title: steps[signal.place]?.title ?? '' } : null }
    })
    return {
      sessionId, courseSlug: texts.course.slug, cohortId: cohort.id, cohortName: cohort.name, title: sitting.title, number: sitting.number, startsAt: sitting.startsAt, minutes: sitting.minutes, onPlace: sitting.place,
      isCalledOff: sitting.calledOffAt !== null, at: now(), isOpened: opened !== null, where, steps,
      lead: lead ? { ...lead, isMe: lead.byId === viewer.id, name: members.find((member) => member.personId === lead.byId)?.person.name ?? 'A colleague' } : null,
      /** What the course says otherwise since the sitting was opened; and who has something else on their own pages, because they began earlier. */
      changed: changedSince(sitting, texts), gone: goneSince(texts), earlierVersions: await earlierVersions(tx, texts, learners),
      learners, question, answered: answered.size, screen: question ? await onScreen(tx, sessionId, question) : null,
    }
  })
}
export type TeachingSeen = Awaited<ReturnType<typeof findTeaching>>
