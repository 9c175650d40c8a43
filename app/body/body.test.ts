import { expect, test } from 'vitest'
import { pictures, places } from '#modules/safeguarding/body.ts'
import { drawings } from '#modules/safeguarding/body-drawings.ts'

test('every place that can be named can be pressed, and every shape that can be pressed has a name', () => {
  const drawn = pictures.flatMap(({ key }) => drawings[key].shapes.map((shape) => shape.key))
  expect([...drawn].sort()).toEqual(places.map(({ key }) => key).sort())
  expect(new Set(places.map(({ name }) => name)).size, 'no two are called the same').toBe(places.length)
})

test('their left is on the right of a picture from the front, and on the left of one from behind', () => {
  const at = (picture: keyof typeof drawings, key: string) => drawings[picture].shapes.find((shape) => shape.key === `${picture}.${key}`)!.middle[0]
  expect(at('front', 'left_forearm')).toBeGreaterThan(160)
  expect(at('back', 'left_forearm')).toBeLessThan(160)
  expect(at('right_palm', 'right_thumb')).toBeGreaterThan(at('right_palm', 'right_little_finger'))
  expect(at('right_hand', 'right_thumb')).toBeLessThan(at('right_hand', 'right_little_finger'))
  expect(at('right_foot', 'right_big_toe')).toBeLessThan(at('right_foot', 'right_small_toes'))
})
