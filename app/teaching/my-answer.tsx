import { useState } from 'react'
import { v4 } from 'uuid'
import type { Question } from '#modules/teaching/question.ts'
import type { RoomNow } from '#modules/teaching/room-now.server.ts'
import { WrittenBy } from '#app/drafts/written-by.tsx'
import { Line } from '#app/learn/blocks.tsx'
import { SignInAgain } from '#app/learn/sign-in-again.tsx'
import type { useOutbox } from '#app/learn/use-outbox.ts'
import { useWords } from '#app/learn/use-words.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Saved } from '#app/ui/saved.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { waitsAs, type AnswerGiven } from './answer-given.ts'
import { sayAnd } from './say-and.ts'

type Props = { room: RoomNow; question: Question; freshId: string; outbox: ReturnType<typeof useOutbox>; send: (given: AnswerGiven) => void }

/** What the room is asked, answered once. It lies on the device until the server has it, and who can read it is said beside it. */
export function MyAnswer({ room, question, freshId, outbox, send }: Props) {
  const { sessionId, trainers } = room
  const { state, waiting } = outbox
  const { words, write, done } = useWords(`teaching-words/${sessionId}/${question.id}`, '')
  const [given, setGiven] = useState<{ chosen: string | null; words: string | null } | null>(null)
  const onItsWay = waiting[waitsAs(sessionId, question.id)]
  const answer = state.problem ? room.answer : room.answer ?? given ?? (onItsWay ? { chosen: onItsWay.chosen[0] ?? null, words: onItsWay.words } : null)
  const who = `${sayAnd(trainers)} ${trainers.length > 1 ? 'see' : 'sees'}`

  if (answer) {
    const chosen = question.options?.find((option) => option.id === answer.chosen)
    return (
      <Sheet aria-labelledby="asked">
        <h2 id="asked">{question.ask}</h2>
        <p className="my-answer" role="status"><span className="soft">You answered: </span><b>{chosen ? <Line runs={chosen.label} /> : answer.words}</b></p>
        {room.answer ? <Saved state="saved">Sent. It goes on the screen without your name.</Saved>
          : state.saved === 'offline' ? <Saved state={state.isOnDevice ? 'offline' : 'unsaved'}>{state.isOnDevice ? 'No signal. Kept on this device, and sent when there is one.' : 'No signal. Keep this page open and it is sent when there is one.'}</Saved>
            : state.needsSignIn ? <SignInAgain needs={state.needsSignIn} isOnDevice={state.isOnDevice} next="/learn/now" />
              : <Saved state={state.saved === 'saved' ? 'saved' : 'saving'}>{state.saved === 'saved' ? 'Sent. It goes on the screen without your name.' : 'Sending …'}</Saved>}
      </Sheet>
    )
  }
  return (
    <Sheet aria-labelledby="asked">
      <h2 id="asked" className={question.options ? 'visually-hidden' : undefined}>{question.options ? 'Your answer' : 'Say it in a line'}</h2>
      <form method="post" action="/learn/now/answer" className="stack" onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        const picked = form.get('chosen')
        const chosen = question.options && typeof picked === 'string' ? picked : null
        const said = question.options ? '' : words.trim()
        if (!chosen && !said) return
        const answerId = v4()
        setGiven({ chosen, words: said || null })
        send({ sessionId, answerId, questionId: question.id, chosen, words: said })
        done()
      }}>
        <WrittenBy />
        <input type="hidden" name="sessionId" value={sessionId} />
        <input type="hidden" name="answerId" value={freshId} />
        <input type="hidden" name="questionId" value={question.id} />
        {question.options
          ? <ChoiceGroup legend={question.ask} name="chosen" type="radio" required options={question.options.map((option) => ({ value: option.id, label: <Line runs={option.label} /> }))} />
          : <Field label={question.ask} hint="One line. Use no names."><textarea name="words" rows={3} maxLength={280} required value={words} onChange={(event) => write(event.target.value)} /></Field>}
        <Reads><b>Everybody in the room</b> sees the answers on the screen, without names. {who} that you have answered, not which answer is yours.{!question.options && <> If somebody may not be safe, the safeguarding lead can ask who wrote it.</>}</Reads>
        <Problem message={state.problem ?? undefined} />
        <Bar><Button>Send it</Button></Bar>
      </form>
    </Sheet>
  )
}
