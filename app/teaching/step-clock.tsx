import type { Standing } from '#modules/teaching/standing.ts'
import { Clock } from '#app/ui/clock.tsx'

/** How long is left for this step, or how far over it is. The timer is the server's; paused it stands. */
export function StepClock({ where, minutes, at }: { where: Standing; minutes: number; at: Date }) {
  const left = minutes * 60_000 - where.elapsed
  const end = new Date(new Date(at).getTime() + left)
  const stoppedAt = where.is === 'paused' ? at : undefined
  const of = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  return left > 0
    ? <Clock until={end} stoppedAt={stoppedAt} label="Time left for this step" of={where.is === 'paused' ? 'paused' : `of ${of}`} />
    : <Clock since={end} stoppedAt={stoppedAt} label="Time over for this step" of={`past ${of}`} />
}
