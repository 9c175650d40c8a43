import { Link } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { hows } from '#modules/curriculum/guide.ts'
import type { RoomNow } from '#modules/teaching/room-now.server.ts'
import { Blocks } from '#app/learn/blocks.tsx'
import { useOutbox } from '#app/learn/use-outbox.ts'
import { useNews } from '#app/live/use-news.ts'
import { RoomForm } from '#app/rooms/room-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { answersPlace, parcelOf, type AnswerGiven } from './answer-given.ts'
import { ImStuck } from './im-stuck.tsx'
import { MyAnswer } from './my-answer.tsx'
import { StepClock } from './step-clock.tsx'
import { UnsentWords } from './unsent-words.tsx'
import { useBeat } from './use-beat.ts'
import '#app/rooms/room.css'
import './teaching.css'

type Props = { room: RoomNow; meId: string; freshIds: { answer: string; stuck: string } }

/** A mentor's phone in the room: the step everybody is at, what it asks, and a quiet way to say "I'm stuck". */
export function PhonePage({ room, meId, freshIds }: Props) {
  const { sessionId, step, where, steps, isIn, leads } = room
  const connection = useNews({ watch: ['teaching', sessionId] })
  useBeat(isIn, isIn ? sessionId : null)
  const { outbox, send } = useAnswers(meId)
  const asksWords = step.question !== null && step.question.options === null && !room.answer
  return (
    <Shell back={{ to: '/', label: 'Today' }} reading>
      <p className="visually-hidden" role="status"><Now title={step.title} /></p>
      <PageTitle kicker={`${room.title} · ${leads} is leading`}>{step.title}</PageTitle>
      {!isIn && (
        <Sheet tone="rope">
          <p><b>Your session is on.</b> Come in, and {leads} sees that you are here. This page then follows the room.</p>
          <RoomForm to="/learn/now/seat" fields={{ sessionId }}><Button>Come in</Button></RoomForm>
        </Sheet>
      )}
      <div className="room-head"><p className="soft">{hows[step.how]} · step {where.place + 1} of {steps}</p><StepClock where={where} minutes={step.minutes} at={room.at} /></div>
      <Steps total={steps} done={where.place} now label={`Step ${where.place + 1} of ${steps}`} />
      {connection === 'lost' && <Note tone="sun">No signal just now. This may not be where the room is. What you write is kept.</Note>}
      {step.card && (
        <Sheet aria-label={step.card.title}>
          {step.card.title !== step.title && <h2>{step.card.title}</h2>}
          <Blocks blocks={step.card.blocks} />
          {step.onOwnPages === 'other' && <p className="soft small">You began this unit before this card changed. On your own pages, under Learn, you keep the one you began.</p>}
          {step.onOwnPages === 'none' && <p className="soft small">This card is new since you began its unit. You will not find it on your own pages under Learn.</p>}
          {step.onOwnPages === 'gone' && <p className="soft small">This card is leaving the course. It is here for today; you will not find it on your own pages under Learn.</p>}
          {!step.question && step.onOwnPages !== 'none' && step.onOwnPages !== 'gone' && <p><Link to={`/learn/${step.card.courseSlug}/${step.card.unitSlug}?card=${step.card.cardId}`}>Open this card</Link></p>}
        </Sheet>
      )}
      {!step.card && <p>Nothing to do on your phone for this one. Look up and join in.</p>}
      {step.question && <MyAnswer key={step.question.id} room={room} question={step.question} freshId={freshIds.answer} outbox={outbox} send={send} />}
      <UnsentWords sessionId={sessionId} questionId={step.question?.id ?? null} meId={meId} outbox={outbox.state} send={send} />
      {isIn && <ImStuck room={room} freshId={freshIds.stuck} />}
      <noscript>
        {/* Reading itself again would throw away what somebody is writing: then they ask for it. */}
        {asksWords ? <p>This page does not follow by itself here. <a href="/learn/now">See where the room is now</a></p> : <meta httpEquiv="refresh" content="20" />}
      </noscript>
    </Shell>
  )
}

/** What somebody answers goes from here, whichever step the room is at by then. */
function useAnswers(meId: string) {
  const outbox = useOutbox('/learn/now', answersPlace, meId, true)
  const toOutbox = outbox.send
  const send = useCallback((given: AnswerGiven) => { toOutbox(`answer/${given.answerId}`, parcelOf(given)) }, [toOutbox])
  return { outbox, send }
}

/** Says aloud that the room has moved, and nothing when the page opens. */
function Now({ title }: { title: string }) {
  const before = useRef(title)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (before.current !== title) setSaid(`Now: ${title}`)
    before.current = title
  }, [title])
  return <>{said}</>
}

/** Nothing of theirs is being taught. */
export function NoRoom({ meId }: { meId: string }) {
  useNews()
  const { outbox: { state } } = useAnswers(meId)
  return (
    <Shell back={{ to: '/', label: 'Today' }}>
      <PageTitle kicker="In the room">No session is on just now</PageTitle>
      <Empty title="Your session will be here">When your trainer opens it, this page shows the step the room is at. Until then, carry on in your own time.</Empty>
      <Problem message={state.problem ?? undefined} />
      <ButtonLink to="/learn">Go to Learn</ButtonLink>
    </Shell>
  )
}
