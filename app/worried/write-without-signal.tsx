import { useEffect, useState } from 'react'
import { draftsWork, readDraft } from '#app/drafts/drafts.ts'
import { isAnsweringNow } from '#app/live/is-answering-now.ts'
import { Note } from '#app/ui/note.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { begunHere } from './begun-here.ts'
import { concernKey, type ConcernDraft } from './concern-drafts.ts'
import { IsItYou } from './is-it-you.tsx'
import { ThreeAnswers } from './three-answers.tsx'
import { whoIsHere, type Here } from './who-is-here.ts'
import './worried.css'

/**
 * On the page that is kept on the device: three answers, while there is no signal. Nobody can be asked for a password here, so whoever wants to write is asked whose device it is
 * signed in on before the first word, and not whoever reads later: only they know whether it is safe for that person to find it. What is written as theirs comes back to them.
 */
export function WriteWithoutSignal() {
  const [here, setHere] = useState<Here | null>(null)
  const [isAnswering, setIsAnswering] = useState<boolean | null>(null)
  const [isThem, setIsThem] = useState<boolean | null>(null)
  useEffect(() => {
    void isAnsweringNow().then((isThere) => {
      setIsAnswering(isThere)
      if (draftsWork()) setHere(whoIsHere())
    })
  }, [])
  if (!here || isAnswering === null) return null
  if (isAnswering) return <GoOn here={here} />
  return (
    <Sheet aria-label="Write it down now">
      <h2 className="h3">Or write it down now</h2>
      {isThem ? <ThreeAnswers here={here} /> : <IsItYou name={here.name} answer={isThem} onAnswer={setIsThem} />}
    </Sheet>
  )
}

/** There is a signal again: what was begun in this tab is on their own page. */
function GoOn({ here }: { here: Here }) {
  const [isLeft, setIsLeft] = useState(false)
  useEffect(() => {
    const id = begunHere(here.id)
    if (id) void readDraft<ConcernDraft>(here.id, concernKey(id)).then((draft) => setIsLeft(Boolean(draft && !draft.value.isToSend)), () => { /* Their own page says so itself. */ })
  }, [here])
  return isLeft && <Note tone="sun"><b>What was begun here is kept for {here.name}.</b> No adult has it yet. <a href="/worried/about?danger=no">Go on with it</a></Note>
}
