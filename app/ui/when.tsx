import { inSentence, sayDay, sayWhen } from './say-when.ts'
import { useFrame } from './frame.ts'

/** A moment in words: "Today 15:40", and "today 15:40" `within` a sentence. With `day` only the day. */
export function When({ at, day = false, within = false }: { at: Date | string; day?: boolean; within?: boolean }) {
  const frame = useFrame()
  const moment = new Date(at)
  const now = new Date(frame?.now ?? moment)
  const said = day ? sayDay(moment, now) : sayWhen(moment, now)
  return <time dateTime={moment.toISOString()}>{within ? inSentence(said) : said}</time>
}
