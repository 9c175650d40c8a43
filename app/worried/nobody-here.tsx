import { Moon } from 'lucide-react'
import { useFrame } from '#app/ui/frame.ts'
import { Note } from '#app/ui/note.tsx'
import { inSentence, sayWhen } from '#app/ui/say-when.ts'

export type Hours = { isStaffed: boolean; opensAt: Date | string | null; emergencyDuty: string | null } | null

/** Outside a setting's hours: that nobody is there, from when somebody is, and what to do if it cannot wait. Belay never says that somebody watches when nobody does. */
export function NobodyHere({ hours, hasNumbers = false }: { hours: Hours; /** More people to ring stand on this page. */ hasNumbers?: boolean }) {
  const now = new Date(useFrame()?.now ?? 0)
  if (!hours || hours.isStaffed) return null
  return (
    <Note tone="dusk" icon={Moon}>
      <p><b>Nobody is in Belay{hours.opensAt ? ` until ${inSentence(sayWhen(new Date(hours.opensAt), now))}` : ' just now'}.</b> They get a message now, and may not read it before then.</p>
      <p>If it cannot wait, tell an adult near you, or ring:</p>
      <ul className="row-list">
        <li><a href="tel:999">999</a>, if somebody is in danger</li>
        {hours.emergencyDuty && <li><a className="in-one" href={`tel:${hours.emergencyDuty.replace(/[^+\d]/g, '')}`}>{hours.emergencyDuty}</a>, the council’s emergency team</li>}
        {hasNumbers && <li>one of the numbers further down</li>}
      </ul>
    </Note>
  )
}
