import { expect, test } from 'vitest'
import { isRule, meetingTimes } from './meeting-times.ts'

const fortnightly = (firstAt: string) => ({ rule: 'FREQ=WEEKLY;INTERVAL=2', firstAt, timeZone: 'Europe/London' })
const until = (day: string) => new Date(`${day}T23:59:59Z`)
const local = (times: Date[]) => times.map((time) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' }).format(time))
const utc = (times: Date[]) => times.map((time) => time.toISOString().slice(0, 16))

test('15:40 stays 15:40 when the clocks go back in October', () => {
  const times = meetingTimes(fortnightly('2026-10-13T15:40'), [], until('2026-11-12'))
  expect(local(times)).toEqual(['2026-10-13 15:40', '2026-10-27 15:40', '2026-11-10 15:40'])
  expect(utc(times)).toEqual(['2026-10-13T14:40', '2026-10-27T15:40', '2026-11-10T15:40'])
})

test('and when they go forward in March', () => {
  const times = meetingTimes(fortnightly('2027-03-16T15:40'), [], until('2027-04-15'))
  expect(local(times)).toEqual(['2027-03-16 15:40', '2027-03-30 15:40', '2027-04-13 15:40'])
  expect(utc(times)).toEqual(['2027-03-16T15:40', '2027-03-30T14:40', '2027-04-13T14:40'])
})

test('nothing falls in half-term, and the first and last day of a term count', () => {
  const terms = [{ startsOn: '2026-09-08', endsOn: '2026-10-20' }, { startsOn: '2026-11-03', endsOn: '2026-12-18' }]
  expect(local(meetingTimes(fortnightly('2026-09-08T15:40'), terms, until('2026-12-31'))).map((time) => time.slice(0, 10)))
    .toEqual(['2026-09-08', '2026-09-22', '2026-10-06', '2026-10-20', '2026-11-03', '2026-11-17', '2026-12-01', '2026-12-15'])
})

test('the fortnight does not slip over Christmas, whether the holiday has two weeks or three', () => {
  const after = (spring: string) => local(meetingTimes(fortnightly('2026-12-01T15:40'), [{ startsOn: '2026-09-02', endsOn: '2026-12-18' }, { startsOn: spring, endsOn: '2027-02-12' }], until('2027-02-12')))
  expect(after('2027-01-04').map((time) => time.slice(0, 10))).toEqual(['2026-12-01', '2026-12-15', '2027-01-12', '2027-01-26', '2027-02-09'])
  expect(after('2027-01-13').map((time) => time.slice(0, 10))).toEqual(['2026-12-01', '2026-12-15', '2027-01-26', '2027-02-09'])
})

test('a rule is one that can be followed', () => {
  expect(isRule('FREQ=WEEKLY;INTERVAL=2')).toBe(true)
  expect(isRule('every other Tuesday')).toBe(false)
  expect(isRule('FREQ=SECONDLY')).toBe(false)
})
