import { pictures } from '#modules/safeguarding/body.ts'
import { inWords, nameOf, type Mark } from '#modules/safeguarding/marks.ts'
import { drawings } from '#modules/safeguarding/body-drawings.ts'
import { spotsOf } from '#modules/safeguarding/body-spots.ts'
import './body.css'

/** Marks as they are read: the pictures they are in, and the list that says the same. */
export function BodyShown({ marks }: { marks: readonly Mark[] }) {
  const spots = spotsOf(marks)
  return (
    <div className="body-shown">
      <div className="body-pictures" data-many>
        {pictures.filter(({ key }) => spots.some((spot) => spot.picture === key)).map(({ key, label }) => {
          const here = spots.filter((spot) => spot.picture === key)
          const { width, height, shapes } = drawings[key]
          return (
            <figure key={key} className="body-picture">
              <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${label}, with ${here.map((spot) => `mark ${spot.number} on the ${spot.name}`).join(', ')}`}>
                {shapes.map((shape) => <path key={shape.key} d={shape.path} className="body-place" />)}
                {here.map((spot) => <g key={spot.number} className="body-mark" transform={`translate(${spot.x} ${spot.y})`}><circle r="16" /><text dy=".36em" textAnchor="middle">{spot.number}</text></g>)}
              </svg>
              <figcaption className="small soft" aria-hidden="true">{label}</figcaption>
            </figure>
          )
        })}
      </div>
      <ol className="body-words">{marks.map((mark, index) => <li key={index}><b>{nameOf(mark).charAt(0).toUpperCase() + nameOf(mark).slice(1)}.</b> <span className="said">{inWords(mark)}</span></li>)}</ol>
    </div>
  )
}
