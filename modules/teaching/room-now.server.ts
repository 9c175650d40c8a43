import { after, now } from '../clock.ts'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { findSitting } from './parts/find-sitting.server.ts'
import { seatLease } from './come-in.server.ts'
import { onOwnPages } from './parts/on-own-pages.server.ts'
import { textsOf } from './parts/texts.server.ts'
import { runSheet } from './run-sheet.server.ts'
import { taughtNowIn } from './taught-now.server.ts'

/** What a learner's phone shows: the step the room is at, its card and question, and what is their own. Null when nothing of theirs is being taught. */
export const roomNow = (viewer: Viewer) => read(viewer, async (tx) => {
  const mine = (await taughtNowIn(tx, viewer)).find((one) => one.part === 'learner')
  if (!mine) return null
  const { sessionId } = mine
  const sitting = await findSitting(tx, viewer, sessionId)
  const { where, cohort, lead } = sitting
  if (!where || !lead) return null
  const texts = await textsOf(tx, sitting)
  const steps = runSheet(texts, cohort.pattern)
  const { title, how, minutes, card, question } = steps[where.place] ?? steps.at(-1)!
  const trainers = (await tx.cohortMember.findMany({ where: { cohortId: cohort.id, part: 'trainer', leftAt: null }, include: { person: { select: { id: true, name: true } } } })).filter((one) => (one.person as typeof one.person | null) !== null)
  const seat = await tx.teachingSeat.findUnique({ where: { sessionId_personId: { sessionId, personId: viewer.id } } })
  const stuck = await tx.teachingStuck.findFirst({ where: { sessionId, personId: viewer.id }, orderBy: { at: 'desc' } })
  const answer = question ? await tx.teachingAnswer.findUnique({ where: { sessionId_questionId_personId: { sessionId, questionId: question.id, personId: viewer.id } } }) : null
  const words = answer?.words ? (await opener(tx, 'TeachingAnswer', [answer.id]))(answer.id, 'words', answer.words) : null
  const nameOf = (id: string | null) => trainers.find((one) => one.personId === id)?.person.name ?? 'Your trainer'
  return {
    sessionId, cohortName: mine.cohortName, title: mine.title, at: now(), where, steps: steps.length,
    step: { title, how, minutes, card, question, onOwnPages: card && await onOwnPages(tx, viewer, texts, card) },
    leads: nameOf(lead.byId), trainers: trainers.map((one) => one.person.name).sort(),
    isIn: seat !== null, /** Their page has not said for a while that it is open: without script it says so by being read. */ isToSaySo: seat !== null && seat.heldUntil < after(seatLease / 2),
    stuck: stuck && !stuck.endedAt ? { id: stuck.id, goes: null } : stuck?.endedById && stuck.endedById !== viewer.id && stuck.place === where.place ? { id: stuck.id, goes: nameOf(stuck.endedById) } : null,
    answer: answer ? { chosen: answer.chosen, words } : null,
  }
})
export type RoomNow = NonNullable<Awaited<ReturnType<typeof roomNow>>>
