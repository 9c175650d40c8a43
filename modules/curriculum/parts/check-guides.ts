import { patterns, type Problem, type Session, type Timetable } from '../schema.ts'
import type { GuideRead } from './read-guide.server.ts'

type Read = GuideRead & { file: string }
type Of = { file: string; timetables: Timetable | undefined; lineOf: (path: readonly PropertyKey[]) => number; sessions: readonly Session[]; guides: readonly Read[] }

/** Guides against the course they teach: each session has one, its minutes fill the sitting, and every unit is taught whichever way it is timetabled. */
export function checkGuides({ file, timetables, lineOf, sessions, guides }: Of): Problem[] {
  const problems: Problem[] = []
  for (const one of guides) problems.push(...ofGuide(one, sessions))
  for (const id of new Set(guides.map(({ guide }) => guide.sessionId))) {
    const [first, second] = guides.filter(({ guide }) => guide.sessionId === id)
    if (second) problems.push({ file: second.file, line: second.lineOf('session'), says: `“${id}” has a guide already, in ${first!.file}.` })
  }
  if (!timetables) return guides[0] ? [...problems, { file, line: 1, says: 'The course has guides and no timetables: say how long a sitting is.' }] : problems

  for (const [index, { id }] of sessions.entries()) if (!guides.some(({ guide }) => guide.sessionId === id)) problems.push({ file, line: lineOf(['sessions', index, 'id']), says: `“${id}” is timetabled and has no guide.` })
  for (const pattern of patterns) {
    const order = timetables[pattern].flatMap((sitting) => sitting.sessions)
    if (order.join() !== sessions.map(({ id }) => id).join()) problems.push({ file, line: lineOf(['timetables', pattern]), says: `The timetable “${pattern}” has to have every session once, in order.` })
    for (const sitting of timetables[pattern]) {
      const there = guides.filter(({ guide }) => sitting.sessions.includes(guide.sessionId))
      const minutes = there.flatMap(({ guide }) => guide.runSheets[pattern]).reduce((sum, step) => sum + step.minutes, 0)
      const last = there.at(-1)
      if (last && there.length === sitting.sessions.length && minutes !== sitting.minutes) problems.push({ file: last.file, line: last.lineOf(pattern), says: `The run-sheet “${pattern}” comes to ${minutes} minutes${there.length > 1 ? ' with the sessions before it' : ''}; the sitting has ${sitting.minutes}.` })
    }
  }
  return problems
}

function ofGuide({ guide, file, lineOf }: Read, sessions: readonly Session[]): Problem[] {
  const session = sessions.find(({ id }) => id === guide.sessionId)
  if (!session) return [{ file, line: lineOf('session'), says: `There is no session “${guide.sessionId}” in this course.` }]
  const units = sessions.flatMap((one) => one.units)
  const named = guide.activities.flatMap((activity) => activity.teaches.flatMap(({ unitId, cardId }): Problem[] => {
    const unit = units.find((one) => one.id === unitId)
    if (!unit) return [{ file, line: lineOf(activity.id), says: `“${activity.id}” teaches “${unitId}”, which is no unit of this course.` }]
    return cardId && !unit.cards.some((card) => card.id === cardId) ? [{ file, line: lineOf(activity.id), says: `“${activity.id}” teaches “${unitId}/${cardId}”, and the unit has no such card.` }] : []
  }))
  const untaught = patterns.flatMap((pattern) => {
    const done = new Set(guide.runSheets[pattern].map((step) => step.activityId))
    const taught = new Set(guide.activities.filter(({ id }) => done.has(id)).flatMap(({ teaches }) => teaches.map(({ unitId }) => unitId)))
    return session.units.filter(({ id }) => !taught.has(id)).map(({ id }) => ({ file, line: lineOf(pattern), says: `The run-sheet “${pattern}” never teaches “${id}”.` }))
  })
  return [...named, ...untaught]
}
