import { writtenByField } from '#app/http/written-by.ts'
import { useFrame } from '#app/ui/frame.ts'

/** In a form in which somebody writes: for whom it was drawn. Belay does not take it as the words of whoever has signed in here meanwhile. */
export function WrittenBy() {
  const personId = useFrame()?.viewer?.id
  return personId ? <input type="hidden" name={writtenByField} value={personId} /> : null
}
