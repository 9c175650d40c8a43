import { expect, test, vi } from 'vitest'
import { inTime } from './in-time.ts'

test('what never answers is waited for so long and no longer; what answers is not held up, and what breaks says so', async () => {
  vi.useFakeTimers()
  try {
    const never = inTime(new Promise(() => {}), 1000)
    await vi.advanceTimersByTimeAsync(1000)
    expect(await never).toBe(false)
    expect(await inTime(Promise.resolve(), 1000)).toBe(true)
    await expect(inTime(Promise.reject(new Error('full')), 1000)).rejects.toThrow('full')
  } finally {
    vi.useRealTimers()
  }
})
