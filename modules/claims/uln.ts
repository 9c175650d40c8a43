/** The number that stands in while a learner's own is not known. It passes no check and belongs to everybody. */
export const standInUln = '9999999999'

/**
 * Is this a Unique Learner Number? Ten digits, the first no nought. The first nine are weighted 10, 9, … 2; the remainder of their sum by 11,
 * taken from 10, is the tenth. A remainder of 0 would ask for a tenth digit of 10, so no such number is given out.
 *
 * Sources: Learning Records Service, "ULN validation" (WSLP02, version 3; versions before it said that the tenth is never 0, which is wrong);
 * HESA, Student record, field ULN, which says the same with the tenth digit weighted 1: the sum by 11 leaves 10. 9999999999 stands for a number
 * that is not known yet in the Individualised Learner Record's specification, field ULN.
 * Example: 9276308686.
 */
export function isUln(text: string): boolean {
  if (!/^[1-9]\d{9}$/.test(text) || text === standInUln) return false
  const left = Array.from(text.slice(0, 9)).reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0) % 11
  return left !== 0 && Number(text[9]) === 10 - left
}

/** A number as somebody copied it, without the spaces and dashes it is printed with. */
export const tidyUln = (text: string): string => text.replace(/[\s\u2010-\u2015-]/g, '')

/** What is wrong with a number, in words; nothing when it is right, or is the stand-in. */
export function whatIsWrongWith(uln: string): string | undefined {
  if (uln === standInUln || isUln(uln)) return undefined
  if (!/^\d+$/.test(uln)) return 'A ULN is ten digits and nothing else.'
  if (uln.length !== 10) return `A ULN has ten digits. This has ${uln.length}.`
  if (uln.startsWith('0')) return 'A ULN does not begin with 0.'
  return 'The last digit does not fit the others, so one of the ten is not right. Check it against their record.'
}
