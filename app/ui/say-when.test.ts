import { describe, expect, it } from 'vitest'
import { daysFrom, inSentence, sayClock, sayDay, sayHowLong, sayWhen, sayWholeDay } from './say-when.ts'

const now = new Date('2026-11-24T13:38:00Z')

describe('how a time is said', () => {
  it('names the days near now, and the date of those further away', () => {
    expect(sayWhen(new Date('2026-11-24T15:40:00Z'), now)).toBe('Today 15:40')
    expect(sayWhen(new Date('2026-11-23T20:12:00Z'), now)).toBe('Yesterday 20:12')
    expect(sayWhen(new Date('2026-11-26T12:20:00Z'), now)).toBe('Thursday 12:20')
    expect(sayDay(new Date('2026-11-20T12:20:00Z'), now)).toBe('Last Friday')
    expect(sayDay(new Date('2026-11-10T12:20:00Z'), now)).toBe('10 November')
    expect(sayDay(new Date('2025-11-10T12:20:00Z'), now)).toBe('10 November 2025')
    expect(sayWholeDay(now)).toBe('Tuesday 24 November')
  })

  it('counts days as London does, on the night the clocks change too', () => {
    expect(daysFrom(new Date('2026-10-24T22:30:00Z'), new Date('2026-10-24T23:30:00Z'))).toBe(1)
    expect(daysFrom(new Date('2026-10-24T23:30:00Z'), new Date('2026-10-25T23:30:00Z'))).toBe(0)
    expect(sayWhen(new Date('2026-07-01T12:00:00Z'), new Date('2026-07-01T08:00:00Z'))).toBe('Today 13:00')
  })

  it('says how long in one unit', () => {
    expect([20_000, 120_000, 7_300_000, 90_000_000, 3 * 7 * 86_400_000].map(sayHowLong)).toEqual(['less than a minute', '2 min', '2 h', '1 day', '3 weeks'])
  })

  it('has no capital inside a sentence, but for a name', () => {
    expect(['Today 15:40', 'Last Friday', 'Thursday 12:20', '10 November'].map(inSentence)).toEqual(['today 15:40', 'last Friday', 'Thursday 12:20', '10 November'])
  })

  it('never counts below nought', () => {
    expect([400_000, 3_900_000, -5].map(sayClock)).toEqual(['06:40', '1:05:00', '00:00'])
  })
})
