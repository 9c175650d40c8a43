import { useEffect, useRef, useState } from 'react'
import { useFrame } from './frame.ts'
import { sayClock } from './say-when.ts'
import './clock.css'

type Props = { until?: Date | string; since?: Date | string; label?: string; of?: string; stoppedAt?: Date | string; size?: 'small' | 'large' }

/** Minutes and seconds: left `until` a moment, or gone `since` one. The moment is the server's; this only shows it. Not read out as it runs. */
export function Clock({ until, since, label, of, stoppedAt, size = 'large' }: Props) {
  const frame = useFrame()
  const read = frame ? new Date(frame.now).getTime() : 0
  const ahead = useRef<number>()
  const [at, setAt] = useState(read)

  useEffect(() => {
    // A phone's clock may be minutes out. Seconds are the time the page took to arrive, and are left alone.
    const apart = read - Date.now()
    ahead.current = Math.abs(apart) > 30_000 ? apart : 0
    const tick = () => setAt(Date.now() + (ahead.current ?? 0))
    tick()
    if (stoppedAt) return
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [read, stoppedAt])

  const moment = stoppedAt ? new Date(stoppedAt).getTime() : at
  const ms = until ? new Date(until).getTime() - moment : since ? moment - new Date(since).getTime() : 0
  return (
    <div className="clock" data-size={size} role="timer" aria-label={label}>
      <b>{sayClock(ms)}</b>
      {of && <span className="soft small">{of}</span>}
    </div>
  )
}
