import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bankHolidays, bankHolidaysChecked } from './bank-holidays.ts'
import { afterStaffed, afterWorkingDays, endOfWork, isHoliday, isStaffed, isWorkingDay, opensNext, type Calendar } from './staffed-time.ts'

const weekdays = [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:30', to: '16:30' }))
const school: Calendar = { timeZone: 'Europe/London', week: weekdays, isOpenInHolidays: false, emergencyDuty: null, terms: [], closed: [] }
const at = (iso: string) => new Date(iso)

test('hours of a week: within them, before, after, at the weekend', () => {
  expect(isStaffed(school, at('2026-11-24T08:29:59Z'))).toBe(false)
  expect(isStaffed(school, at('2026-11-24T08:30:00Z'))).toBe(true)
  expect(isStaffed(school, at('2026-11-24T16:30:00Z'))).toBe(false)
  expect(opensNext(school, at('2026-11-20T17:00:00Z'))).toEqual(at('2026-11-23T08:30:00Z'))
  expect(opensNext(school, at('2026-11-24T12:00:00Z'))).toEqual(at('2026-11-25T08:30:00Z'))
  expect(opensNext({ ...school, week: null }, at('2026-11-24T12:00:00Z'))).toBeNull()
})

test('minutes are counted while somebody is there: over a night, a weekend, a bank holiday, a closed day', () => {
  expect(afterStaffed(school, at('2026-11-24T12:00:00Z'), 60)).toEqual(at('2026-11-24T13:00:00Z'))
  expect(afterStaffed(school, at('2026-11-24T16:00:00Z'), 60)).toEqual(at('2026-11-25T09:00:00Z'))
  expect(afterStaffed(school, at('2026-11-20T20:00:00Z'), 60)).toEqual(at('2026-11-23T09:30:00Z'))
  // Christmas 2026: Friday and the Monday that stands for Boxing Day.
  expect(afterStaffed(school, at('2026-12-24T16:00:00Z'), 60)).toEqual(at('2026-12-29T09:00:00Z'))
  expect(afterStaffed({ ...school, closed: [{ startsOn: '2026-11-25', endsOn: '2026-11-26' }] }, at('2026-11-24T16:00:00Z'), 60)).toEqual(at('2026-11-27T09:00:00Z'))
})

test('08:30 stays 08:30 when the clocks change, and an hour that does not exist is not counted', () => {
  // 25 October 2026: clocks go back. Friday 16:30 is British Summer Time, Monday 08:30 is not.
  expect(afterStaffed(school, at('2026-10-23T15:00:00Z'), 60)).toEqual(at('2026-10-26T09:00:00Z'))
  const night: Calendar = { ...school, week: [{ day: 7, from: '00:00', to: '04:00' }] }
  // 29 March 2026: 01:00 to 02:00 does not happen. Four hours on the wall are three.
  expect(afterStaffed(night, at('2026-03-29T00:00:00Z'), 180)).toEqual(at('2026-03-29T03:00:00Z'))
  // 25 October 2026: 01:00 to 02:00 happens twice. Four hours on the wall are five.
  expect(afterStaffed(night, at('2026-10-24T23:00:00Z'), 300)).toEqual(at('2026-10-25T04:00:00Z'))
})

test('between terms nobody is there, unless the hours hold in the holidays; before the first term that was entered, and past the last, weekdays count', () => {
  const terms = [{ startsOn: '2026-09-01', endsOn: '2026-12-18' }, { startsOn: '2027-01-04', endsOn: '2027-03-26' }]
  const withTerms = { ...school, terms }
  expect([isHoliday(withTerms, '2026-08-31'), isHoliday(withTerms, '2026-12-18'), isHoliday(withTerms, '2026-12-21'), isHoliday(withTerms, '2027-06-01')]).toEqual([false, false, true, false])
  expect(opensNext(withTerms, at('2026-12-18T18:00:00Z'))).toEqual(at('2027-01-04T08:30:00Z'))
  expect(opensNext({ ...withTerms, isOpenInHolidays: true }, at('2026-12-18T18:00:00Z'))).toEqual(at('2026-12-21T08:30:00Z'))
})

test('working days, and when the day ends', () => {
  expect(afterWorkingDays(school, at('2026-11-20T15:00:00Z'), 1)).toEqual(at('2026-11-23T15:00:00Z'))
  expect(afterWorkingDays(school, at('2026-11-21T15:00:00Z'), 1)).toEqual(at('2026-11-23T15:00:00Z'))
  expect(afterWorkingDays(school, at('2026-10-23T15:00:00Z'), 1)).toEqual(at('2026-10-26T16:00:00Z'))
  expect([isWorkingDay({ ...school, week: null }, '2026-11-20'), isWorkingDay({ ...school, week: null }, '2026-11-21'), isWorkingDay(school, '2026-12-25')]).toEqual([true, false, false])
  expect(endOfWork(school, at('2026-07-01T10:00:00Z'))).toEqual(at('2026-07-01T15:30:00Z'))
  expect(endOfWork({ ...school, week: null }, at('2026-11-24T10:00:00Z'))).toEqual(at('2026-11-24T18:00:00Z'))
})

test('more minutes never end sooner, and where they end somebody is there', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 525_600 }), fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (offset, minutes, more) => {
    const from = new Date(Date.UTC(2026, 0, 1) + offset * 60_000)
    const [one, two] = [afterStaffed(school, from, minutes)!, afterStaffed(school, from, minutes + more)!]
    expect(two.getTime() - one.getTime()).toBeGreaterThanOrEqual(more * 60_000)
    expect(isStaffed(school, new Date(one.getTime() - 1))).toBe(true)
  }), { numRuns: 60 })
})

test('the bank holidays: eight a year on weekdays, in order, as far as they are said to reach; what falls at a weekend counts there too, and stands for itself on a weekday', () => {
  const days = bankHolidays.map(({ day }) => day)
  expect([...days].sort()).toEqual(days)
  const atWeekends = bankHolidays.filter(({ day }) => new Date(`${day}T00:00Z`).getUTCDay() % 6 === 0)
  expect(atWeekends.map(({ day }) => day)).toEqual(['2026-12-26', '2027-12-25', '2027-12-26', '2028-01-01'])
  for (const { day, name } of atWeekends) expect(bankHolidays.some((one) => one.name === `${name} (substitute day)` && one.day > day && one.day.slice(0, 7) === day.slice(0, 7)), day).toBe(true)
  for (const year of ['2026', '2027', '2028']) expect(days.filter((day) => day.startsWith(year) && new Date(`${day}T00:00Z`).getUTCDay() % 6)).toHaveLength(8)
  const onSaturdays: Calendar = { ...school, week: [...weekdays, { day: 6, from: '10:00', to: '12:00' }] }
  expect([isWorkingDay(onSaturdays, '2026-12-19'), isWorkingDay(onSaturdays, '2026-12-26')]).toEqual([true, false])
  expect(bankHolidaysChecked.until.slice(0, 4)).toBe(days.at(-1)!.slice(0, 4))
})
