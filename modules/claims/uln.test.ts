import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUln, standInUln, tidyUln, whatIsWrongWith } from './uln.ts'

const nine = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })).map(([first, rest]) => [first, ...rest].join(''))
/** The rule said the other way round: all ten weighted 10 … 1, and the sum by 11 leaves 10. */
const otherWay = (text: string) => Array.from(text).reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0) % 11 === 10

test('a number somebody published passes, and the stand-in does not', () => {
  expect(isUln('9276308686')).toBe(true)
  expect(isUln('9276308687')).toBe(false)
  expect(isUln(standInUln)).toBe(false)
  expect(isUln('0276308686')).toBe(false)
  expect(isUln('927630868')).toBe(false)
  expect(isUln('9276308686\n')).toBe(false)
  expect(isUln('９２７６３０８６８６'), 'digits of another script').toBe(false)
})

test('of ten last digits at most one fits, and it is the one both readings of the rule name', () => {
  fc.assert(fc.property(nine, (given) => {
    const fitting = Array.from({ length: 10 }, (_, last) => `${given}${last}`).filter((one) => isUln(one))
    expect(fitting.length).toBeLessThanOrEqual(1)
    expect(fitting).toEqual(Array.from({ length: 10 }, (_, last) => `${given}${last}`).filter((one) => otherWay(one) && one !== standInUln))
  }), { numRuns: 500 })
})

const uln = nine.chain((given) => fc.constantFrom(...Array.from({ length: 10 }, (_, last) => `${given}${last}`))).filter((one) => isUln(one))

test('one digit mistyped is always found, and so are two neighbours that changed places', () => {
  fc.assert(fc.property(uln, fc.nat(9), fc.nat(9), (one, at, digit) => {
    const mistyped = `${one.slice(0, at)}${digit}${one.slice(at + 1)}`
    expect(isUln(mistyped)).toBe(mistyped === one)
    const [first, second] = [one[Math.min(at, 8)]!, one[Math.min(at, 8) + 1]!]
    const turned = `${one.slice(0, Math.min(at, 8))}${second}${first}${one.slice(Math.min(at, 8) + 2)}`
    expect(isUln(turned)).toBe(turned === one)
  }), { numRuns: 500 })
})

test('what is wrong is said in words, and nothing is when it is right', () => {
  fc.assert(fc.property(fc.string({ maxLength: 14 }), (text) => { expect(whatIsWrongWith(text) === undefined).toBe(isUln(text) || text === standInUln) }))
  expect(whatIsWrongWith('92763')).toBe('A ULN has ten digits. This has 5.')
  expect(whatIsWrongWith('927630868a')).toMatch('ten digits and nothing else')
  expect(whatIsWrongWith('9276308680')).toMatch('last digit does not fit')
  expect(tidyUln(' 9276 308-686 ')).toBe('9276308686')
})
