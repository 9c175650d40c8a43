import type { Figure } from '../papers/draw-figure.ts'
import { pictures } from '../safeguarding/body.ts'
import { drawings } from '../safeguarding/body-drawings.ts'
import { spotsOf } from '../safeguarding/body-spots.ts'
import type { Mark } from '../safeguarding/marks.ts'

/** The pictures that marks are on, as a paper draws them. What each says in words stands beside it. */
export function figuresOf(marks: readonly Mark[]): Figure[] {
  const spots = spotsOf(marks)
  return pictures.flatMap(({ key, label }) => {
    const here = spots.filter(({ picture }) => picture === key)
    if (here.length === 0) return []
    const { width, height, shapes } = drawings[key]
    return [{ alt: `${label}, with ${here.map(({ number, name }) => `mark ${number} on the ${name}`).join(', ')}`, width, height, paths: shapes.map(({ path }) => path), dots: here.map(({ number, x, y }) => ({ words: String(number), x, y })) }]
  })
}
