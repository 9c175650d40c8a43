import { expect, test } from 'vitest'
import { oneWorkingDayAfter, startOf } from './working-day.ts'

const london = (at: string) => oneWorkingDayAfter(new Date(at), 'Europe/London').toISOString()

test.each([
  ['a Tuesday', '2026-11-24T10:30:00Z', '2026-11-25T10:30:00.000Z'],
  ['a Friday afternoon', '2026-11-27T15:00:00Z', '2026-11-30T15:00:00.000Z'],
  ['a Saturday: Monday counts as its day', '2026-11-28T10:00:00Z', '2026-12-01T00:00:00.000Z'],
  ['a Friday before the clocks go forward: the hour on the wall stays', '2028-03-24T16:00:00Z', '2028-03-27T15:00:00.000Z'],
  ['the day before Christmas', '2026-12-24T10:00:00Z', '2026-12-29T10:00:00.000Z'],
])('one working day from %s', (_when, at, then) => { expect(london(at)).toBe(then) })

test('a day begins at midnight there, in summer too', () => { expect(startOf('2026-07-01', 'Europe/London').toISOString()).toBe('2026-06-30T23:00:00.000Z') })
