import { unitsOf } from '../curriculum/units-of.ts'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { ownProgress } from './parts/find-progress.server.ts'
import { unitFor } from './parts/unit-for.server.ts'
import { asBegun } from './versions.server.ts'
import { changesSinceBegun } from './changes-since-begun.server.ts'
import { leftToDo } from './left-to-do.ts'
import { cardAt, placeInUnit } from './place-in-unit.ts'
import { may } from './policy.ts'

export type AnswerSeen = { chosen: string[]; words: string; answeredAt: string; tries: number }

/** A unit as its learner meets it: all its cards, where they are, and what they answered last on each. */
export async function findUnitForLearner(viewer: Viewer, courseSlug: string, unitSlug: string) {
  return read(viewer, async (tx) => {
    const { course, session, unit: current } = await unitFor(tx, viewer, courseSlug, unitSlug)
    const progress = await ownProgress(tx, viewer, current)
    const unit = progress ? await asBegun(tx, current, progress.contentHash) : current
    const tries = progress ? await tx.cardAnswer.findMany({ where: { progressId: progress.id }, orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }] }) : []
    const open = await opener(tx, 'CardAnswer', tries.filter((answer) => answer.words).map((answer) => answer.id))
    const answers: Record<string, AnswerSeen> = {}
    for (const { id, cardId, chosen, words, answeredAt } of tries) answers[cardId] = { chosen, words: open(id, 'words', words) ?? '', answeredAt: answeredAt.toISOString(), tries: (answers[cardId]?.tries ?? 0) + 1 }
    const all = unitsOf(course)
    const next = session && all[all.findIndex((one) => one.unit.id === unit.id) + 1]
    return {
      course: { slug: course.slug, title: course.title },
      /** Null for a unit that has left the course since they began it. */
      session: session && { number: session.number, title: session.title, sessions: course.sessions.length },
      unit: { id: unit.id, slug: unit.slug, title: unit.title, summary: unit.summary, minutes: Math.round(unit.minutes), cards: unit.cards, words: unit.words },
      next: next ? { slug: next.unit.slug, title: next.unit.title } : null,
      isLearner: may.learn(viewer, course),
      place: { ...placeInUnit(unit, progress), cardId: cardAt(unit, progress?.cardId).id },
      answers,
      left: leftToDo(unit, tries).map((card) => card.id),
      /** For those who teach: what changed since some of their learners began. */
      changes: may.teach(viewer) ? await changesSinceBegun(tx, [current]) : [],
    }
  })
}
export type UnitSeen = Awaited<ReturnType<typeof findUnitForLearner>>
