import { expect, it } from 'vitest'
import { thirdTime } from './third-time.ts'

it('covers on the third press within five seconds, and begins again after it', () => {
  const press = thirdTime(5000)
  expect([0, 1000, 2000, 3000, 4000, 4500].map((at) => press(true, at))).toEqual([false, false, true, false, false, true])
})

it('does not cover somebody who types capitals, or presses slowly', () => {
  const typing = thirdTime(5000)
  expect([typing(true, 0), typing(false, 100), typing(true, 200), typing(false, 300), typing(true, 400)]).not.toContain(true)
  const slow = thirdTime(5000)
  expect([slow(true, 0), slow(true, 3000), slow(true, 6000)]).not.toContain(true)
})
