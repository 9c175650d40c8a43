import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localOf, momentOf, timetable } from './timetable.ts'

const london = 'Europe/London'
const five = { kind: 'mentors', pattern: 'five_session', timeZone: london } as const

test('five sessions keep the hour on the wall when the clocks change', () => {
  const sittings = timetable({ ...five, firstAt: '2026-10-15T15:40' })
  expect(sittings.map((sitting) => localOf(sitting.startsAt, london))).toEqual(['2026-10-15T15:40', '2026-10-22T15:40', '2026-10-29T15:40', '2026-11-05T15:40', '2026-11-12T15:40'])
  expect(sittings[2]!.startsAt.getTime() - sittings[1]!.startsAt.getTime()).toBe((7 * 24 + 1) * 3_600_000)
})

test('weeks outside the terms are passed over', () => {
  const terms = [{ startsOn: new Date('2026-09-01'), endsOn: new Date('2026-10-23') }, { startsOn: new Date('2026-11-02'), endsOn: new Date('2026-12-18') }]
  expect(timetable({ ...five, firstAt: '2026-10-15T15:40', terms }).map((sitting) => localOf(sitting.startsAt, london).slice(5, 10))).toEqual(['10-15', '10-22', '11-05', '11-12', '11-19'])
})

test('two days cover sessions one to three and four to five', () => {
  expect(timetable({ kind: 'mentors', pattern: 'two_day', timeZone: london, firstAt: '2026-11-28T10:00' })).toMatchObject([
    { number: 1, covers: [1, 2, 3], title: 'The role, Relationships, Exploring change' }, { number: 2, covers: [4, 5], title: 'Taking notice, Keeping safe' },
  ])
})

test('whatever the pattern, the day and the terms, each session is covered once, in order, and sittings go forward', () => {
  const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  fc.assert(fc.property(fc.constantFrom('two_day' as const, 'five_session' as const), day, fc.array(fc.tuple(day, fc.integer({ min: 1, max: 120 })), { maxLength: 4 }), (pattern, first, spans) => {
    const terms = spans.map(([startsOn, length]) => ({ startsOn, endsOn: new Date(startsOn.getTime() + length * 86_400_000) }))
    const sittings = timetable({ kind: 'mentors', pattern, timeZone: london, firstAt: first.toISOString().slice(0, 16), terms })
    expect(sittings.flatMap((sitting) => sitting.covers)).toEqual([1, 2, 3, 4, 5])
    for (let at = 1; at < sittings.length; at++) expect(sittings[at]!.startsAt.getTime()).toBeGreaterThan(sittings[at - 1]!.startsAt.getTime())
  }))
})

test('a local time and the moment it is are the same thing', () => {
  expect(localOf(momentOf('2026-07-01T09:15', london), london)).toBe('2026-07-01T09:15')
})
