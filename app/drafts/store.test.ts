import { expect, test } from 'vitest'
import { keptFor, onOpening } from './store.ts'

const now = Date.UTC(2026, 10, 22)

test('what has lain for 14 days goes, and nothing before', () => {
  expect(onOpening(now - keptFor - 1, now)).toBe('goes')
  expect(onOpening(now - keptFor, now)).toBe('stays')
  expect(onOpening(now, now)).toBe('stays')
})

test('what was kept while the device had the time wrong is not taken for old, nor kept for years: its days count from now', () => {
  expect(onOpening(0, now), 'a flat battery: it believed that it was 1970').toBe('counts-from-now')
  expect(onOpening(Date.UTC(2031, 0, 1), now)).toBe('counts-from-now')
  expect(onOpening(now, 60_000), 'the time is wrong just now').toBe('counts-from-now')
})
