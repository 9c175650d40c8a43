import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageOn } from './age.ts'
import { whatIsMissing, type Facts } from './what-is-missing.ts'

const whole: Facts = { name: 'Amara', isWithdrawn: false, criteria: 24, met: 24, isSignedOff: true, isHeld: false, needsColleague: false, needsUln: true, today: '2026-11-22', details: { forenames: 'Amara', surname: 'Okonjo', bornOn: '2011-03-14', uln: '9276308686' } }

test('who has everything is ready, and each thing that is missing is said', () => {
  expect(whatIsMissing(whole)).toEqual([])
  expect(whatIsMissing({ ...whole, met: 23 })).toEqual(['23 of 24 criteria are met. Every one has to be.'])
  expect(whatIsMissing({ ...whole, isSignedOff: false, met: 0, details: null })).toHaveLength(3)
  expect(whatIsMissing({ ...whole, isWithdrawn: true, met: 0 })).toEqual(['Amara is withdrawn, so there is nothing to claim.'])
  expect(whatIsMissing({ ...whole, isHeld: true })[0]).toMatch('waits for now')
  const uln = (number: string | null, needsUln = true) => whatIsMissing({ ...whole, needsUln, details: { ...whole.details!, uln: number } })
  expect(uln(null)[0]).toMatch('ULN is not entered')
  expect(uln('9999999999')[0]).toMatch('only stands in')
  expect(uln('9276308680')[0]).toMatch('last digit does not fit')
  expect([uln(null, false), uln('9999999999', false)]).toEqual([[], []])
})

test('under 14 is a course certificate and not a claim, and from the birthday on it is a claim', () => {
  const born = (bornOn: string, today = whole.today) => whatIsMissing({ ...whole, today, details: { ...whole.details!, bornOn } })
  expect(born('2012-11-23')).toEqual(['Amara is under 14: they get a course certificate, not a claim.'])
  expect(born('2012-11-22')).toEqual([])
  expect(born('2012-02-29', '2026-02-28')).toHaveLength(1)
  expect(born('2012-02-29', '2026-03-01')).toEqual([])
})

test('nobody grows younger, and a birthday makes one year', () => {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
  fc.assert(fc.property(day, day, day, (born, one, other) => { expect(ageOn(born, one <= other ? one : other)).toBeLessThanOrEqual(ageOn(born, one <= other ? other : one)) }))
  fc.assert(fc.property(day, fc.nat(30), (born, years) => { expect(ageOn(born, `${Number(born.slice(0, 4)) + years}${born.slice(4)}`)).toBe(years) }))
})
