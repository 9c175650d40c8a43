export type UnitFact = { id: string; slug: string; title: string; session: number; isFinished: boolean; isSafeguarding: boolean }
/** How it stands with one session of the course: there, made up, missed, missed and talked over with units still to do, held without a mark, or still to come. */
export type SessionFact = { number: number; title: string; state: 'there' | 'made-up' | 'missed' | 'talked-over' | 'no-mark' | 'to-come' }
export type Facts = {
  units: readonly UnitFact[]
  sessions: readonly SessionFact[]
  /** Trained before they came to Belay, as an adult of the setting saw. */
  trainedBefore: { at: Date } | null
  /** The wording that counts now, signed. */
  signedAt: Date | null
  policy: { id: string; title: string } | null
  readAt: Date | null
}

export type Check = { what: 'course' | 'sessions' | 'safeguarding' | 'agreement' | 'policy'; label: string; isDone: boolean; says: string }
export type Completion = {
  isComplete: boolean
  /** The whole course, here in Belay: every unit, and every session there or made up. Earlier training does not make this true. */
  isCourseDone: boolean
  checks: Check[]
  /** What is missing, in words. Empty when nothing is. */
  missing: string[]
  /** The first unit they would go on with, of those that are missing. */
  unit: { slug: string; title: string } | null
}

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`
const quoted = (titles: readonly string[]) => titles.map((title) => `“${title}”`).join(', ')

/**
 * Is somebody ready to be matched, and if not, what is missing? All of the course or earlier training, the safeguarding units in any case, the
 * agreement, the setting's policy. Nothing is weighed against anything else.
 */
export function completion({ units, sessions, trainedBefore, signedAt, policy, readAt }: Facts): Completion {
  const unitsLeft = units.filter((unit) => !unit.isFinished)
  const safe = units.filter((unit) => unit.isSafeguarding)
  const safeLeft = safe.filter((unit) => !unit.isFinished)
  const sessionsLeft = sessions.filter(({ state }) => state !== 'there' && state !== 'made-up')
  const isCourseDone = units.length > 0 && unitsLeft.length === 0 && sessionsLeft.length === 0
  const isTrained = isCourseDone || trainedBefore !== null
  const checks: Check[] = [
    ...(trainedBefore && !isCourseDone
      ? [{ what: 'course' as const, label: 'The course', isDone: true, says: 'Trained before, and an adult of the setting saw it' }]
      : [
        { what: 'course' as const, label: 'The units of the course', isDone: unitsLeft.length === 0 && units.length > 0, says: unitsLeft.length === 0 ? `All ${units.length} done` : `${units.length - unitsLeft.length} of ${units.length} done` },
        { what: 'sessions' as const, label: 'The sessions', isDone: sessionsLeft.length === 0, says: sessionsLeft.length === 0 ? 'At every session, or made it up' : sayLeft(sessionsLeft) },
      ]),
    { what: 'safeguarding', label: 'The units about keeping safe', isDone: safeLeft.length === 0, says: safeLeft.length === 0 ? `All ${safe.length} done` : `${safe.length - safeLeft.length} of ${safe.length} done` },
    { what: 'agreement', label: 'The mentor agreement', isDone: signedAt !== null, says: signedAt ? 'Signed' : 'Not signed yet' },
    { what: 'policy', label: 'The setting’s safeguarding policy', isDone: policy !== null && readAt !== null, says: !policy ? 'The coordinator has not named it yet' : readAt ? 'Read' : 'Not read yet' },
  ]
  const isComplete = isTrained && checks.every(({ isDone }) => isDone)
  const next = (trainedBefore ? safeLeft : unitsLeft)[0] ?? null
  return { isComplete, isCourseDone, checks, missing: missing(), unit: next && { slug: next.slug, title: next.title } }

  function missing(): string[] {
    return [
      ...(isTrained || unitsLeft.length === 0 ? [] : [`${count(unitsLeft.length, 'unit')} of the course`]),
      ...(isTrained || sessionsLeft.length === 0 ? [] : [`${count(sessionsLeft.length, 'session')}: ${quoted(sessionsLeft.map(({ title }) => title))}`]),
      // Part of the course that is still to be done, and said for itself all the same: it is the part nobody goes without.
      ...(safeLeft.length === 0 ? [] : [`${count(safeLeft.length, 'unit')} about keeping safe`]),
      ...(signedAt ? [] : ['the mentor agreement, to sign']),
      ...(policy ? (readAt ? [] : ['the setting’s safeguarding policy, to read']) : ['the setting’s safeguarding policy: the coordinator has not named it yet']),
    ]
  }
}

function sayLeft(left: readonly SessionFact[]): string {
  const of = (...states: SessionFact['state'][]) => left.filter(({ state }) => states.includes(state)).map(({ title }) => title)
  return [
    of('to-come').length > 0 && `Still to come: ${quoted(of('to-come'))}`,
    of('missed').length > 0 && `Missed: ${quoted(of('missed'))}. Do its units, and talk it over with a trainer`,
    of('no-mark').length > 0 && `Held, and not marked yet: ${quoted(of('no-mark'))}`,
    of('talked-over').length > 0 && `Talked over, with units still to do: ${quoted(of('talked-over'))}`,
  ].filter(Boolean).join('. ')
}
