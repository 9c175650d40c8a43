import { expect, it } from 'vitest'
import { keepStill } from './keep-still.ts'

it('is over when nothing was touched for the whole time, and a touch puts it off', () => {
  const still = keepStill(60_000, 0)
  still.touched(40_000)
  expect([still.isOver(60_000), still.isOver(99_999), still.isOver(100_000)]).toEqual([false, false, true])
})

it('stays over: a touch after a sleeping laptop wakes does not open the page', () => {
  const still = keepStill(60_000, 0)
  expect(still.touched(3_600_000)).toBe(false)
  expect(still.isOver(3_600_000)).toBe(true)
  still.touched(3_600_001)
  expect(still.isOver(3_600_002)).toBe(true)
})

it('tells other tabs at most once in ten seconds', () => {
  const still = keepStill(60_000, 0)
  expect([1000, 10_000, 11_000, 20_000].map((at) => still.touched(at))).toEqual([false, true, false, true])
})
