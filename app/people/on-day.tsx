import { sayDay } from '#app/ui/say-when.ts'
import { useFrame } from '#app/ui/frame.ts'

/** A day inside a sentence: "since today", "since last Thursday", "since 10 November". */
export function OnDay({ at }: { at: Date | string }) {
  const moment = new Date(at)
  const said = sayDay(moment, new Date(useFrame()?.now ?? moment))
  return <time dateTime={moment.toISOString()}>{said.replace(/^(Today|Tomorrow|Yesterday|Last)/, (word) => word.toLowerCase())}</time>
}
