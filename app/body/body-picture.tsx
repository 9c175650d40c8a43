import { useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { placeOf, type Picture } from '#modules/safeguarding/body.ts'
import { drawings } from '#modules/safeguarding/body-drawings.ts'
import type { Point } from '#modules/safeguarding/body-shapes.ts'
import type { Spot } from '#modules/safeguarding/body-spots.ts'
import './body.css'

type Props = {
  picture: Picture; label: string; spots: readonly Spot[]
  onPlace: (place: string, at: Point) => void; onMove: (spot: Spot, place: string, at: Point) => void; onDescribe: (spot: Spot) => void; onRemove: (spot: Spot) => void
}

const ways: Record<string, Point> = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }

/** One picture of a body on which marks are put: each place is a button with its name, each mark is one that the arrow keys move. */
export function BodyPicture({ picture, label, spots, onPlace, onMove, onDescribe, onRemove }: Props) {
  const svg = useRef<SVGSVGElement>(null)
  const { width, height, shapes } = drawings[picture]

  const place = (event: MouseEvent, key: string) => {
    const matrix = svg.current?.getScreenCTM()
    if (!matrix) return
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
    onPlace(key, [Math.round(x), Math.round(y)])
  }
  const key = (event: KeyboardEvent, act: () => void) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    act()
  }
  /** Which place lies there? Between two of them is none. */
  const under = ([x, y]: Point) => [...(svg.current?.querySelectorAll<SVGPathElement>('path[data-place]') ?? [])].find((path) => path.isPointInFill(new DOMPoint(x, y)))?.dataset.place
  const move = (event: KeyboardEvent, spot: Spot) => {
    if (event.key === 'Delete' || event.key === 'Backspace') { event.preventDefault(); return onRemove(spot) }
    const way = ways[event.key]
    if (!way) return key(event, () => onDescribe(spot))
    event.preventDefault()
    // A narrow gap between two places is stepped over; the edge of the body holds it.
    for (const far of event.shiftKey ? [1] : [4, 8, 12, 16]) {
      const at: Point = [spot.x + way[0] * far, spot.y + way[1] * far]
      const there = under(at)
      if (there) return onMove(spot, there, at)
    }
  }

  return (
    <figure className="body-picture">
      <svg ref={svg} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
        {shapes.map((shape) => {
          const count = spots.filter((spot) => spot.place === shape.key).length
          return <path key={shape.key} d={shape.path} data-place={shape.key} className="body-place" role="button" tabIndex={0} aria-label={`${placeOf(shape.key)!.name}${count ? `, ${count === 1 ? 'one mark' : `${count} marks`}` : ''}`}
            onClick={(event) => place(event, shape.key)} onKeyDown={(event) => key(event, () => onPlace(shape.key, shape.middle))} />
        })}
        {spots.map((spot) => (
          <g key={spot.index} className="body-mark" role="button" tabIndex={0} aria-label={`Mark ${spot.number}, ${spot.name}. Arrow keys move it, Enter describes it, Delete takes it out.`} transform={`translate(${spot.x} ${spot.y})`}
            onClick={() => onDescribe(spot)} onKeyDown={(event) => move(event, spot)}>
            <circle r="16" /><text dy=".36em" textAnchor="middle">{spot.number}</text>
          </g>
        ))}
      </svg>
      <figcaption className="small soft" aria-hidden="true">{label}</figcaption>
    </figure>
  )
}
