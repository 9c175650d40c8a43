import { expect, test } from 'vitest'
import { atSweeping, keptFor } from './store.ts'

const now = Date.UTC(2026, 10, 22)

test('what was found 14 days ago goes, and nothing before', () => {
  expect(atSweeping({ foundAt: now - keptFor - 1 }, now)).toBe('goes')
  expect(atSweeping({ foundAt: now - keptFor }, now)).toBe('stays')
})

test('whatever day the device believed it was, what Belay has not found before stays, and its days count from now', () => {
  for (const keptAt of [0, Date.UTC(2026, 1, 1), Date.UTC(2031, 0, 1)]) expect(atSweeping({ keptAt } as never, now)).toBe('is-found')
})
