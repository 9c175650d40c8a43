import { useCallback, useEffect, useState } from 'react'
import { v4 } from 'uuid'
import { draftsUnder, draftsWork, dropDraft } from '#app/drafts/drafts.ts'
import { Bar } from '#app/ui/bar.tsx'
import { SignInAgain } from '#app/learn/sign-in-again.tsx'
import type { OutboxState } from '#app/learn/use-outbox.ts'
import { Button } from '#app/ui/button.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Saved } from '#app/ui/saved.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { AnswerGiven } from './answer-given.ts'

type Props = { sessionId: string; /** What the room is asked now; its own words are in its own field. */ questionId: string | null; meId: string; outbox: OutboxState; send: (given: AnswerGiven) => void }

/** The room moved on while somebody was writing: their words are still there, to send after all or to let go. */
export function UnsentWords({ sessionId, questionId, meId, outbox, send }: Props) {
  const [left, setLeft] = useState<{ key: string; questionId: string; words: string }[]>([])
  const [sentKey, setSentKey] = useState<string | null>(null)
  const [isSent, setIsSent] = useState(false)
  const { saved, problem, needsSignIn } = outbox
  const prefix = `teaching-words/${sessionId}/`

  useEffect(() => {
    if (!draftsWork()) return
    void draftsUnder<{ words: string }>(meId, prefix).then((drafts) => setLeft(drafts
      .map(({ key, value }) => ({ key, questionId: key.slice(prefix.length), words: value.words.trim() })).filter((one) => one.questionId !== questionId && one.words)),
    () => { /* A device store that does not answer has nothing to show. */ })
  }, [meId, prefix, questionId])

  const letGo = useCallback((key: string) => {
    setLeft((before) => before.filter((one) => one.key !== key))
    void dropDraft(meId, key).catch(() => { /* It is asked again when the page is opened again. */ })
  }, [meId])

  // The words are let go of when the room has them: what is refused stays to be read, and to be let go of by whoever wrote it.
  useEffect(() => {
    if (!sentKey || (!problem && saved !== 'saved')) return
    setSentKey(null)
    if (problem) return
    setIsSent(true)
    letGo(sentKey)
  }, [sentKey, problem, saved, letGo])

  const sendAfterAll = ({ key, questionId: asked, words }: (typeof left)[number]) => {
    send({ sessionId, answerId: v4(), questionId: asked, chosen: null, words })
    setIsSent(false)
    setSentKey(key)
  }
  return <>{isSent && <Saved state="saved">Sent.</Saved>}{left.map((one) => (
    <Sheet key={one.key} tone="sunk" aria-label="What you were writing">
      <p>The room moved on while you were writing. Your words are still here:</p>
      <p className="my-answer"><b>{one.words}</b></p>
      <Problem message={problem ?? undefined} />
      {one.key === sentKey
        ? needsSignIn
          ? <SignInAgain needs={needsSignIn} isOnDevice={outbox.isOnDevice} next="/learn/now" />
          : <Saved state={saved === 'offline' ? 'offline' : 'saving'}>{saved === 'offline' ? 'No signal. It is sent when there is one.' : 'Sending …'}</Saved>
        : (
          <Bar>
            <Button type="button" kind="plain" disabled={sentKey !== null} onClick={() => sendAfterAll(one)}>Send it after all</Button>
            <Button type="button" kind="plain" onClick={() => letGo(one.key)}>Let it go</Button>
          </Bar>
        )}
    </Sheet>
  ))}</>
}
