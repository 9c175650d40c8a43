import { expect, test } from 'vitest'
import { days } from '../clock.ts'
import { isStuck } from './is-stuck.ts'

const now = new Date('2026-11-22T12:00Z')
const ago = (count: number) => new Date(now.getTime() - days(count))
const unit = (state: 'not-begun' | 'under-way' | 'finished', movedAt: Date | null, isTaught = true) => ({ title: 'Turning up', state, movedAt, isTaught })

test('five days in the middle of a unit is worth asking about, four are not', () => {
  expect(isStuck([unit('under-way', ago(5))], now)).toEqual({ why: 'in-a-unit', title: 'Turning up', since: ago(5) })
  expect(isStuck([unit('under-way', ago(4))], now)).toBeNull()
})

test('ten quiet days count while a unit is open whose session was taught, and not before or after', () => {
  expect(isStuck([unit('finished', ago(10)), unit('not-begun', null)], now)).toEqual({ why: 'quiet', open: 1, since: ago(10) })
  expect(isStuck([unit('not-begun', null)], now)).toEqual({ why: 'quiet', open: 1, since: null })
  expect(isStuck([unit('finished', ago(9)), unit('not-begun', null)], now)).toBeNull()
  expect(isStuck([unit('finished', ago(40)), unit('not-begun', null, false)], now)).toBeNull()
  expect(isStuck([unit('finished', ago(40))], now)).toBeNull()
  expect(isStuck([], now)).toBeNull()
})
