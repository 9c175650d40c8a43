import './steps.css'

/** How far along: parts done, and the one under way (`now`: true for the next, or its number from 1). The label says it in words. */
export function Steps({ total, done, now, label }: { total: number; done: number; now?: boolean | number; label: string }) {
  const current = now === true ? done + 1 : now
  return (
    <div className="steps" role="img" aria-label={label}>
      {Array.from({ length: total }, (_, at) => <i key={at} data-is={at + 1 === current ? 'now' : at < done ? 'done' : undefined} />)}
    </div>
  )
}
