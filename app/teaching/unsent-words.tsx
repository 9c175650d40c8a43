import { useEffect, useState } from 'react'
import { v4 } from 'uuid'
import { draftsUnder, draftsWork, dropDraft } from '#app/drafts/drafts.ts'
import { Bar } from '#app/ui/bar.tsx'
import type { OutboxState } from '#app/learn/use-outbox.ts'
import { Button } from '#app/ui/button.tsx'
import { Saved } from '#app/ui/saved.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { AnswerGiven } from './answer-given.ts'

type Props = { sessionId: string; /** What the room is asked now; its own words are in its own field. */ questionId: string | null; meId: string; saved: OutboxState['saved']; send: (given: AnswerGiven) => void }

/** The room moved on while somebody was writing: their words are still there, to send after all or to let go. */
export function UnsentWords({ sessionId, questionId, meId, saved, send }: Props) {
  const [left, setLeft] = useState<{ key: string; questionId: string; words: string }[]>([])
  const [isSent, setIsSent] = useState(false)
  const prefix = `teaching-words/${sessionId}/`

  useEffect(() => {
    if (!draftsWork()) return
    void draftsUnder<{ words: string }>(meId, prefix).then((drafts) => setLeft(drafts
      .map(({ key, value }) => ({ key, questionId: key.slice(prefix.length), words: value.words.trim() })).filter((one) => one.questionId !== questionId && one.words)),
    () => { /* A device store that does not answer has nothing to show. */ })
  }, [meId, prefix, questionId])

  const letGo = (key: string) => {
    setLeft((before) => before.filter((one) => one.key !== key))
    void dropDraft(meId, key).catch(() => { /* It is asked again when the page is opened again. */ })
  }
  return <>{isSent && <Saved state={saved === 'saved' ? 'saved' : saved === 'offline' ? 'offline' : 'saving'}>{saved === 'saved' ? 'Sent.' : saved === 'offline' ? 'No signal. It is sent when there is one.' : 'Sending …'}</Saved>}{left.map((one) => (
    <Sheet key={one.key} tone="sunk" aria-label="What you were writing">
      <p>The room moved on while you were writing. Your words are still here:</p>
      <p className="my-answer"><b>{one.words}</b></p>
      <Bar>
        <Button type="button" kind="plain" onClick={() => { send({ sessionId, answerId: v4(), questionId: one.questionId, chosen: null, words: one.words }); setIsSent(true); letGo(one.key) }}>Send it after all</Button>
        <Button type="button" kind="plain" onClick={() => letGo(one.key)}>Let it go</Button>
      </Bar>
    </Sheet>
  ))}</>
}
