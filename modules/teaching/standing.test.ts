import { expect, test } from 'vitest'
import { hours, minutes } from '../clock.ts'
import { standing, type Move } from './standing.ts'

const began = new Date('2026-11-26T15:40:00Z')
const at = (minute: number) => new Date(began.getTime() + minutes(minute))
const moves = (...given: [Move['kind'], number, number][]): Move[] => given.map(([kind, place, minute], index) => ({ number: index + 1, kind, place, byId: 'sam', at: at(minute) }))

test('the timer runs from when the step began, and pauses are left out', () => {
  expect(standing(moves(['step', 0, 0]), at(4))).toEqual({ number: 1, place: 0, is: 'running', elapsed: minutes(4) })
  expect(standing(moves(['step', 0, 0], ['pause', 0, 4]), at(9))).toEqual({ number: 2, place: 0, is: 'paused', elapsed: minutes(4) })
  expect(standing(moves(['step', 0, 0], ['pause', 0, 4], ['go_on', 0, 9]), at(11))).toEqual({ number: 3, place: 0, is: 'running', elapsed: minutes(6) })
})

test('a step come back to goes on counting, and one not yet visited begins at nought', () => {
  const back = moves(['step', 0, 0], ['step', 1, 5], ['step', 0, 6])
  expect(standing(back, at(8)).elapsed).toBe(minutes(7))
  expect(standing(moves(['step', 0, 0], ['step', 1, 5]), at(5)).elapsed).toBe(0)
})

test('ended is over, going to a step is not, and what nobody ended is over ten hours later', () => {
  expect(standing(moves(['step', 0, 0], ['end', 0, 90]), at(91)).is).toBe('over')
  expect(standing(moves(['step', 0, 0], ['end', 0, 90], ['step', 0, 92]), at(93)).is).toBe('running')
  expect(standing(moves(['step', 0, 0]), new Date(began.getTime() + hours(10) + 1)).is).toBe('over')
  expect(standing([], began).is).toBe('over')
})
