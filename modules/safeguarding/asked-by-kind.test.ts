import { expect, test } from 'vitest'
import { askedByKind } from './asked-by-kind.ts'
import { categoryLabels } from './categories.ts'

test('what guidance asks is said once a case, of kinds that are on the list, and of no other', () => {
  expect(askedByKind(['sextortion', 'intimate_images', 'fgm']).map(({ title }) => title)).toEqual(['Nobody looks at the images.', 'Whoever it was told to reports it themself.'])
  expect(askedByKind(['bullying', 'abuse'])).toEqual([])
  expect(askedByKind(Object.keys(categoryLabels)).flatMap(({ kinds }) => kinds).filter((kind) => !Object.hasOwn(categoryLabels, kind))).toEqual([])
})
