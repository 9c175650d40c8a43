import { useCallback, useEffect, useRef, useState } from 'react'
import { pictures } from '#modules/safeguarding/body.ts'
import { Mark, mostMarks } from '#modules/safeguarding/marks.ts'
import { BodyPicture } from './body-picture.tsx'
import { shapeOf } from '#modules/safeguarding/body-drawings.ts'
import { MarkFields } from './mark-fields.tsx'
import type { Point } from '#modules/safeguarding/body-shapes.ts'
import { spotsIn, viewOf, views, type Spot } from '#modules/safeguarding/body-spots.ts'
import './body.css'

type Props = { said: (name: string) => string | undefined; problem: (name: string) => string | undefined }

/**
 * The drawing, and the list that says the same. The form's own fields hold the marks: pressing the drawing fills them in, and it is drawn from them. So without
 * script the list alone is the whole of it, and what was left on the device comes back to both.
 */
export function BodyMap({ said, problem }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const [spots, setSpots] = useState<Spot[]>(() => spotsIn((name) => said(name) ?? ''))
  const [view, setView] = useState<string>(() => (spots[0] ? viewOf(spots[0].picture) : 'Front'))
  const [told, setTold] = useState('')
  const [isScripted, setScripted] = useState(false)

  const field = useCallback((name: string) => root.current?.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`), [])
  const read = useCallback(() => setSpots(spotsIn((name) => field(name)?.value ?? '')), [field])
  useEffect(() => {
    setScripted(true)
    read()
    const form = root.current?.closest('form')
    const later = () => setTimeout(read)
    form?.addEventListener('putback', read)
    form?.addEventListener('reset', later)
    return () => { form?.removeEventListener('putback', read); form?.removeEventListener('reset', later) }
  }, [read])

  /** Fills in a mark's fields as if somebody had: whoever keeps what is typed hears of it. */
  const fill = (index: number, values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) { const one = field(`${name}-${index}`); if (one) one.value = value }
    field(`place-${index}`)?.dispatchEvent(new Event('input', { bubbles: true }))
    read()
  }
  const put = (index: number, place: string, [x, y]: Point) => fill(index, { place, x: `${x}`, y: `${y}` })
  const unfold = (index: number) => { const one = root.current?.querySelector<HTMLDetailsElement>(`#mark-${index}`); if (one) one.open = true; return one }

  const free = Array.from({ length: mostMarks }, (_, index) => index).find((index) => !spots.some((spot) => spot.index === index))
  const onPlace = (place: string, at: Point) => {
    if (free === undefined) return setTold(`There are ${mostMarks} marks: that is all one drawing takes. Add these, and then more.`)
    put(free, place, at)
    unfold(free)
    const name = spotsIn((one) => field(one)?.value ?? '').find((spot) => spot.index === free)?.name ?? ''
    setTold(`Mark on the ${name}. Say below what it looked like.`)
  }
  const onMove = (spot: Spot, place: string, at: Point) => {
    put(spot.index, place, at)
    if (place !== spot.place) setTold(`Mark ${spot.number} is now on the ${spotsIn((one) => field(one)?.value ?? '').find((other) => other.index === spot.index)?.name ?? ''}.`)
  }
  const onRemove = (spot: Spot) => {
    fill(spot.index, Object.fromEntries(Object.keys(Mark.shape).map((name) => [name, ''])))
    setTold(`Mark ${spot.number} is taken out.`)
    const remains = unfold(0)
    remains?.querySelector('summary')?.focus()
  }
  const onDescribe = (spot: Spot) => {
    const one = unfold(spot.index)
    one?.scrollIntoView({ block: 'nearest' })
    one?.querySelector('select')?.focus()
  }
  const onChoose = (index: number, place: string) => {
    const picture = pictures.find(({ key }) => place.startsWith(`${key}.`))
    const middle = picture && shapeOf(picture.key, place)?.middle
    fill(index, { x: middle ? `${middle[0]}` : '', y: middle ? `${middle[1]}` : '' })
    if (picture) setView(picture.view)
  }

  return (
    <div className="body-marks" ref={root} onInput={read}>
      <div className="body-map">
        <p className="small"><b>Press where the mark was.</b> Left and right are theirs, not yours. <a href="#mark-0">Choose from a list instead</a></p>
        <div className="body-views" role="group" aria-label="Which part is drawn">
          {views.map((one) => {
            const count = spots.filter((spot) => viewOf(spot.picture) === one).length
            return <button key={one} type="button" aria-pressed={one === view} onClick={() => setView(one)}>{one}{count > 0 && <span className="body-count">{count}<span className="visually-hidden"> {count === 1 ? 'mark' : 'marks'}</span></span>}</button>
          })}
        </div>
        <div className="body-pictures" data-many={pictures.filter((picture) => picture.view === view).length > 1 || undefined}>
          {pictures.filter((picture) => picture.view === view).map(({ key, label }) => (
            <BodyPicture key={key} picture={key} label={label} spots={spots.filter((spot) => spot.picture === key)} onPlace={onPlace} onMove={onMove} onDescribe={onDescribe} onRemove={onRemove} />
          ))}
        </div>
      </div>
      <p role="status" className="small body-told">{told}</p>
      <div className="body-list">
        {Array.from({ length: mostMarks }, (_, index) => {
          const spot = spots.find((one) => one.index === index)
          return <MarkFields key={index} index={index} name={spot?.name ?? null} number={spot?.number ?? 0} isHidden={isScripted && !spot && index !== free} said={said} problem={problem} onChoose={(place) => onChoose(index, place)} onRemove={() => spot && onRemove(spot)} />
        })}
      </div>
    </div>
  )
}
