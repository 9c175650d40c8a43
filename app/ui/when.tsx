import { sayDay, sayWhen } from './say-when.ts'
import { useFrame } from './frame.ts'

/** A moment in words: "Today 15:40". With `day` only the day. */
export function When({ at, day = false }: { at: Date | string; day?: boolean }) {
  const frame = useFrame()
  const moment = new Date(at)
  const now = new Date(frame?.now ?? moment)
  return <time dateTime={moment.toISOString()}>{day ? sayDay(moment, now) : sayWhen(moment, now)}</time>
}
