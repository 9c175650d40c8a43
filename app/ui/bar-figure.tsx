import './bar-figure.css'

type One = { label: string; count: number; of: number }

/** A count with its base, drawn on the server: "14 of 18". The words are the figure; the bar only helps the eye. */
export function BarFigure({ label, count, of }: One) {
  return (
    <figure className="bar-figure">
      <figcaption><span>{label}</span><b>{count} of {of}</b></figcaption>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="4" className="bar-rest" />
        {of > 0 && <rect width={(100 * Math.min(count, of)) / of} height="4" className="bar-done" />}
      </svg>
    </figure>
  )
}
