import { useEffect } from 'react'
import { draftsUnder, draftsWork, dropDraft } from '#app/drafts/drafts.ts'
import { underForm } from '#app/drafts/form-drafts.ts'
import { useFrame } from '#app/ui/frame.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { takingOn } from './take-on-form.tsx'

/** What happens first, in the words of whoever took it on. What somebody slower kept on this device of theirs is not needed any more. */
export function FirstStep({ concernId, words }: { concernId: string; words: string }) {
  const personId = useFrame()?.viewer?.id
  useEffect(() => {
    if (!personId || !draftsWork()) return
    void draftsUnder(personId, underForm(takingOn(concernId))).then((left) => Promise.all(left.map(({ key }) => dropDraft(personId, key)))).catch(() => {
      // It goes by itself after a fortnight.
    })
  }, [personId, concernId])
  return <Sheet tone="dusk" aria-label="First step"><h2 className="h3">What happens first</h2><p className="said">{words}</p></Sheet>
}
