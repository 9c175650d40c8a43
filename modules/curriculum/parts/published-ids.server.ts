import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Competencies } from '../competency.ts'
import type { Card, Course, Problem, Unit } from '../schema.ts'
import { linesOf } from './known.server.ts'

export const publishedFile = 'ids.txt'
type Published = { id: string; isRetired: boolean; line: number }

type Of = { courses: readonly Course[]; competencies: Competencies | null; prompts: ReadonlySet<string> }

/** Every id on which progress, an answer or a judgement may hang, with what it is in: `unit-turning-up/running-late/send-word`. */
export const idsOf = ({ courses, competencies, prompts }: Of): string[] => [
  ...courses.flatMap((course) => [course.id, ...course.sessions.flatMap((session) => [session.id, ...session.units.flatMap(idsOfUnit)])]),
  ...(competencies?.competencies ?? []).flatMap((one) => [one.id, ...one.indicators.map(({ id }) => `${one.id}/${id}`)]),
  ...[...prompts].map((id) => `prompt/${id}`),
]

const idsOfUnit = (unit: Unit): string[] => [unit.id, ...unit.cards.flatMap((card) => idsIn(card).map((id) => `${unit.id}/${id}`))]

function idsIn(card: Card): string[] {
  const inside = card.kind === 'scenario' ? card.steps.flatMap((step) => [step.id, ...step.choices.map((choice) => choice.id)])
    : card.kind === 'check' ? card.options.map((option) => option.id)
      : card.kind === 'practice' ? card.roles.map((role) => role.id) : []
  return [card.id, ...inside.map((id) => `${card.id}/${id}`)]
}

export function publishedIn(folder: string): Published[] {
  const path = join(folder, publishedFile)
  return linesOf(existsSync(path) ? readFileSync(path, 'utf8') : '').map(({ text, line }) => {
    const [id = '', word] = text.split(/\s+/)
    return { id, isRetired: word === 'retired', line }
  })
}

/** An id that was published stays, or is retired for good: somebody's progress hangs on it. */
export function checkPublished(folder: string, now: readonly string[]): Problem[] {
  const here = new Set(now)
  return publishedIn(folder).flatMap(({ id, isRetired, line }): Problem[] => {
    const says = isRetired && here.has(id) ? `“${id}” was retired and is used again. A new meaning is a new id.`
      : !isRetired && !here.has(id) ? `“${id}” was published and is gone. Bring it back under this id; if what it named is really given up, write “retired” after it here.` : null
    return says ? [{ file: publishedFile, line, says }] : []
  })
}
