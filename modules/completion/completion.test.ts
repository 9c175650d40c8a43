import { expect, test } from 'vitest'
import { completion, type Facts, type SessionFact } from './completion.ts'

const unit = (id: string, session: number, isSafeguarding = false) => ({ id, slug: id, title: id, session, isFinished: true, isSafeguarding })
const whole: Facts = {
  units: [unit('listening', 1), unit('telling', 2, true)],
  sessions: [{ number: 1, title: 'The role', state: 'there' }, { number: 2, title: 'Keeping safe', state: 'made-up' }],
  trainedBefore: null, signedAt: new Date('2026-01-02'), policy: { id: 'p', title: 'Policy' }, readAt: new Date('2026-01-03'),
}
const without = (...ids: string[]) => whole.units.map((one) => ({ ...one, isFinished: !ids.includes(one.id) }))
const second = (state: SessionFact['state']): SessionFact[] => [whole.sessions[0]!, { ...whole.sessions[1]!, state }]

test('with all of it somebody is ready, and nothing is missing', () => {
  expect(completion(whole)).toMatchObject({ isComplete: true, isCourseDone: true, missing: [], unit: null })
  expect(completion(whole).checks.every(({ isDone }) => isDone)).toBe(true)
})

test.each([
  ['a unit', { units: without('listening') }, ['1 unit of the course']],
  ['a unit about keeping safe is said for itself too', { units: without('telling') }, ['1 unit of the course', '1 unit about keeping safe']],
  ['a missed session', { sessions: second('missed') }, ['1 session: “Keeping safe”']],
  ['a session talked over with units to do', { sessions: second('talked-over') }, ['1 session: “Keeping safe”']],
  ['a session to come', { sessions: second('to-come') }, ['1 session: “Keeping safe”']],
  ['a session without a mark', { sessions: second('no-mark') }, ['1 session: “Keeping safe”']],
  ['the agreement', { signedAt: null }, ['the mentor agreement, to sign']],
  ['the policy', { readAt: null }, ['the setting’s safeguarding policy, to read']],
  ['a policy nobody named', { policy: null, readAt: null }, ['the setting’s safeguarding policy: the coordinator has not named it yet']],
] as const)('without one thing nobody is ready: %s', (_what, less, missing) => {
  const found = completion({ ...whole, ...less })
  expect(found).toMatchObject({ isComplete: false, missing })
  expect(found.checks.some(({ isDone }) => !isDone)).toBe(true)
})

test('earlier training stands for the course, and for nothing else', () => {
  const trainedBefore = { at: new Date('2025-06-01') }
  const sessions = whole.sessions.map((session) => ({ ...session, state: 'to-come' as const }))
  expect(completion({ ...whole, sessions, units: without('listening'), trainedBefore })).toMatchObject({ isComplete: true, isCourseDone: false, missing: [], unit: null })
  expect(completion({ ...whole, sessions, units: without('listening', 'telling'), trainedBefore })).toMatchObject({ isComplete: false, missing: ['1 unit about keeping safe'], unit: { slug: 'telling' } })
  expect(completion({ ...whole, trainedBefore, signedAt: null })).toMatchObject({ isComplete: false, isCourseDone: true })
})

test('a course without units makes nobody ready', () => {
  expect(completion({ ...whole, units: [], sessions: [] })).toMatchObject({ isComplete: false, isCourseDone: false })
})
