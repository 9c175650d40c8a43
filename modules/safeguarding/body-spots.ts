import { pictures, placeOf, type Picture } from './body.ts'
import { mostMarks } from './marks.ts'
import { shapeOf } from './body-drawings.ts'

/** A mark as the drawing shows it. `index`: which of the form's marks it is; `number`: what it is called, from 1. */
export type Spot = { index: number; number: number; place: string; name: string; picture: Picture; x: number; y: number }

type Said = { place: string; x: number | string | null; y: number | string | null }
const given = (at: number | string | null): at is number | string => at !== null && at !== ''

/** Where marks lie: where somebody put them, or in the middle of their place. */
export function spotsOf(marks: readonly Said[]): Spot[] {
  let number = 0
  return marks.flatMap(({ place, x, y }, index) => {
    const known = placeOf(place)
    if (!known) return []
    const [middleX, middleY] = shapeOf(known.picture, place)?.middle ?? [0, 0]
    number += 1
    return [{ index, number, place, name: known.name, picture: known.picture, x: given(x) ? Number(x) : middleX, y: given(y) ? Number(y) : middleY }]
  })
}

/** Reads the marks out of a form's fields by name. */
export const spotsIn = (value: (name: string) => string): Spot[] =>
  spotsOf(Array.from({ length: mostMarks }, (_, index) => ({ place: value(`place-${index}`), x: value(`x-${index}`), y: value(`y-${index}`) })))

export const views = [...new Set(pictures.map(({ view }) => view))]
export const viewOf = (picture: Picture) => pictures.find(({ key }) => key === picture)!.view
