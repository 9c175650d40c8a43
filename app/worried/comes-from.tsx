import { Plus } from 'lucide-react'
import type { OriginToHandOn } from '#modules/safeguarding/origin-to-hand-on.server.ts'
import { Choice } from '#app/ui/choice.tsx'
import { SayOrigin } from './say-origin.tsx'

type At = Date | string | null
export type ComesFromOrigin = Omit<OriginToHandOn, 'at'> & { at: At }

/** Says along with a concern where it comes from, unless whoever raises it leaves that out. Of what stands there nothing goes along but what they put into their own words' box. */
export function ComesFrom({ origin, isChosen }: { origin: ComesFromOrigin; isChosen: boolean }) {
  const reads = origin.passages.length > 0 ? 'Nobody can read the entry. Only what stands in the boxes above is sent.' : undefined
  return (
    <div className="stack">
      <Choice type="checkbox" name="from" value={origin.from} defaultChecked={isChosen} label={<>Say that it comes from <SayOrigin origin={origin} isMine /></>} hint={reads} />
      {origin.passages.length > 0 && (
        <details className="passages">
          <summary>Put in a part of the entry</summary>
          <ul>{origin.passages.map((passage, index) => (
            <li key={index}><p>{passage}</p><button type="button" className="put-in" aria-label={`Put this in: ${passage}`} onClick={(event) => putIn(event.currentTarget.form, passage)}><Plus aria-hidden="true" />Put this in</button></li>
          ))}</ul>
        </details>
      )}
    </div>
  )
}

/** As if it had been typed, so that the device keeps it too. */
function putIn(form: HTMLFormElement | null, passage: string) {
  const field = form?.elements.namedItem('what')
  if (!(field instanceof HTMLTextAreaElement)) return
  field.value = `${field.value.trimEnd()}${field.value.trim() ? '\n' : ''}“${passage}”\n`
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.focus()
  field.setSelectionRange(field.value.length, field.value.length)
}
