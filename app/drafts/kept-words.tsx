import { useEffect, useRef, type TextareaHTMLAttributes } from 'react'
import { draftsWork, dropDraft, keepDraft, readDraft } from '#app/drafts/drafts.ts'
import { useFrame } from '#app/ui/frame.ts'

type Props = TextareaHTMLAttributes<HTMLTextAreaElement> & { draft: string; sent?: readonly (string | null)[] }

/**
 * A textarea whose words stay on the device until the server has them: a page that asks somebody to prove again that it is them must not
 * cost what they were writing. `sent`: the words the server has by now.
 */
export function KeptWords({ draft, sent = [], ...textarea }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const personId = useFrame()?.viewer?.id
  const has = sent.join('\n\n')

  useEffect(() => {
    if (!personId || !draftsWork()) return
    void readDraft<string>(personId, draft).then((kept) => {
      if (!kept) return
      if (has.includes(kept.value.trim())) return dropDraft(personId, draft)
      if (field.current?.value === '') field.current.value = kept.value
    }).catch(() => {
      // A device store that does not answer: the words are in the field, and go with the form.
    })
  }, [personId, draft, has])

  const keep = (words: string) => {
    if (!personId || !draftsWork()) return
    void (words.trim() ? keepDraft(personId, draft, words) : dropDraft(personId, draft)).catch(() => {
      // As above.
    })
  }
  // Somebody else's words do not stay in it when another person signs in.
  return <textarea key={personId} {...textarea} ref={field} onInput={(event) => keep(event.currentTarget.value)} />
}
