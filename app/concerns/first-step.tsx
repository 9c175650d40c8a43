import { useEffect } from 'react'
import { draftsWork, dropDraft } from '#app/drafts/drafts.ts'
import { useFrame } from '#app/ui/frame.ts'
import { Sheet } from '#app/ui/sheet.tsx'

/** What happens first, in the words of whoever took it on. What this device still kept of writing it is not needed any more. */
export function FirstStep({ concernId, words }: { concernId: string; words: string }) {
  const personId = useFrame()?.viewer?.id
  useEffect(() => {
    if (personId && draftsWork()) void dropDraft(personId, `concern-first-step/${concernId}`).catch(() => {
      // It goes by itself after a fortnight.
    })
  }, [personId, concernId])
  return <Sheet tone="dusk" aria-label="First step"><h2 className="h3">What happens first</h2><p className="said">{words}</p></Sheet>
}
