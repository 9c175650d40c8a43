import { expect, test } from 'vitest'
import { requireMoving, stateOf, type RoomFacts } from './states.ts'
import { missingParts, stillTimes, type AdultLease } from './two-adults.ts'
import { timerOf } from './timer.ts'

const at = (clock: string) => new Date(`2026-11-24T${clock}Z`)
const adult = (personId: string, part: AdultLease['part'], until: string | null): AdultLease => ({ personId, name: personId, part, until: until ? at(until) : null })
const room = (facts: Partial<RoomFacts>): RoomFacts => ({ calledOffAt: null, openedAt: at('15:40:00'), closedAt: null, hasOverride: false, gaps: [], adults: [adult('marcus', 'youth_worker', '16:01:00'), adult('helen', 'specialist', '16:01:00')], ...facts })

test('one person with both parts is not two adults', () => {
  const twice = [adult('helen', 'youth_worker', '16:01:00'), adult('helen', 'specialist', '16:01:00')]
  expect(missingParts(twice, at('16:00:00'))).toEqual(['specialist'])
  expect(stateOf(room({ adults: twice }), at('16:00:00')).is).toBe('still')
})

test('a lapsed seat counts two minutes, visibly, and then the room stands still', () => {
  const facts = room({ adults: [adult('marcus', 'youth_worker', '16:00:00'), adult('helen', 'specialist', '16:03:00')] })
  expect(stateOf(facts, at('15:59:59'))).toEqual({ is: 'open' })
  expect(stateOf(facts, at('16:01:59'))).toEqual({ is: 'counting', since: at('16:00:00'), stillAt: at('16:02:00'), missing: ['youth_worker'] })
  expect(stateOf(facts, at('16:02:00'))).toMatchObject({ is: 'still', since: at('16:02:00') })
  expect(() => requireMoving(stateOf(facts, at('16:02:00')))).toThrow('standing still')
})

test('with a recorded reason one adult is enough, and none is not', () => {
  const facts = room({ hasOverride: true, adults: [adult('marcus', 'youth_worker', '16:05:00'), adult('helen', 'specialist', null)] })
  expect(stateOf(facts, at('16:04:00'))).toEqual({ is: 'open' })
  expect(stateOf(facts, at('16:06:00')).is).toBe('counting')
})

test('a gap that was written down keeps its beginning, even when one of the two is back', () => {
  const facts = room({ gaps: [{ since: at('16:00:00'), until: null }], adults: [adult('marcus', 'youth_worker', '16:21:00'), adult('helen', 'specialist', '16:19:30')] })
  expect(stateOf(facts, at('16:20:00'))).toMatchObject({ is: 'still', since: at('16:02:00') })
})

test('the timer counts what ran, with what was added, and leaves out the time the room stood still', () => {
  const item = { startedAt: at('16:00:00'), endedAt: null, minutes: 10, addedMinutes: 2 }
  expect(timerOf(item, [], at('16:05:00'))).toEqual({ length: 720_000, elapsed: 300_000, left: 420_000 })
  const still = stillTimes([{ since: at('16:01:00'), until: at('16:05:00') }, { since: at('16:06:00'), until: at('16:07:00') }], at('16:10:00'))
  expect(timerOf(item, still, at('16:10:00'))).toEqual({ length: 720_000, elapsed: 480_000, left: 240_000 })
  expect(timerOf({ ...item, startedAt: at('16:04:00') }, still, at('16:10:00')).elapsed).toBe(300_000)
  expect(timerOf(item, [], at('16:15:00')).left).toBe(-180_000)
  expect(timerOf({ ...item, startedAt: null }, [], at('16:15:00')).left).toBe(720_000)
})
