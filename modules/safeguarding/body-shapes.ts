import type { Picture } from './body.ts'

export type Point = readonly [x: number, y: number]
export type Shape = { key: string; path: string; middle: Point }
export type Drawing = { width: number; height: number; shapes: readonly Shape[] }

/** A shape with soft corners: at each corner the line turns within `soft` units of it. */
export function softly(points: readonly Point[], soft: number): string {
  const between = ([x, y]: Point, [toX, toY]: Point): Point => {
    const far = Math.hypot(toX - x, toY - y)
    const part = Math.min(soft, far / 2) / far
    return [x + (toX - x) * part, y + (toY - y) * part]
  }
  const say = ([x, y]: Point) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
  const corners = points.map((corner, index) => {
    const [before, next] = [points[(index + points.length - 1) % points.length]!, points[(index + 1) % points.length]!]
    return { corner, from: between(corner, before), to: between(corner, next) }
  })
  return `${corners.map(({ corner, from, to }, index) => `${index ? 'L' : 'M'}${say(from)}Q${say(corner)} ${say(to)}`).join('')}Z`
}

const middleOf = (points: readonly Point[]): Point => {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return [Math.round((Math.min(...xs) + Math.max(...xs)) / 2), Math.round((Math.min(...ys) + Math.max(...ys)) / 2)]
}

export const shape = (picture: Picture, name: string, points: readonly Point[], soft = 12): Shape => ({ key: `${picture}.${name}`, path: softly(points, soft), middle: middleOf(points) })

/** The same on the other side of a picture. */
export const mirrored = (points: readonly Point[], width: number): Point[] => points.map(([x, y]) => [width - x, y])

/** A box with soft corners, as points. */
export const box = (x: number, y: number, toX: number, toY: number): Point[] => [[x, y], [toX, y], [toX, toY], [x, toY]]
