import { useCallback, useEffect, useState } from 'react'
import { draftsWork, dropDraft, keepDraft, readDraft } from '#app/drafts/drafts.ts'
import { useFrame } from '#app/ui/frame.ts'

/** Words in the middle of being written: on the device with every letter, until they are handed on. */
export function useWords(key: string, kept: string) {
  const personId = useFrame()?.viewer?.id
  const [words, setWords] = useState<string | null>(null)

  useEffect(() => {
    if (!personId || !draftsWork()) return
    void readDraft<{ words: string }>(personId, key).then((draft) => setWords((now) => now ?? draft?.value.words ?? null), () => undefined)
  }, [personId, key])

  const write = useCallback((text: string) => {
    setWords(text)
    if (personId && draftsWork()) keepDraft(personId, key, { words: text }).catch(() => undefined)
  }, [personId, key])
  const done = useCallback(() => { if (personId && draftsWork()) dropDraft(personId, key).catch(() => undefined) }, [personId, key])
  return { words: words ?? kept, write, done }
}
