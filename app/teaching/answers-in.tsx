import type { TeachingSeen } from '#modules/teaching/find-teaching.server.ts'
import { Link } from '@remix-run/react'
import { RoomForm } from '#app/rooms/room-form.tsx'
import { BarFigure } from '#app/ui/bar-figure.tsx'
import { Button } from '#app/ui/button.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

/** What the room was asked, how many have answered, and what is on the screen, as the screen has it. */
export function AnswersIn({ teaching, here }: { teaching: TeachingSeen; here: string }) {
  const { question, screen, answered } = teaching
  if (!question || !screen) return null
  const waiting = answered - screen.shown - screen.takenOff.length
  return (
    <Sheet aria-labelledby="asked">
      <h2 id="asked">On the screen</h2>
      <p><b>{question.ask}</b></p>
      {question.options
        ? question.options.map((option) => <BarFigure key={option.id} label={option.label.map((run) => run.text).join('')} count={screen.counts.find((one) => one.id === option.id)?.count ?? 0} of={screen.shown} />)
        : screen.words.length > 0 && <ul className="answers-in">{screen.words.map(({ id, words }) => (
          <li key={id}><span>{words}</span><RoomForm to={`${here}/answer-removal`} fields={{ answerId: id }}><button className="quiet-button">Take off<span className="visually-hidden"> the screen: {words}</span></button></RoomForm><Worried id={id} words={words} /></li>
        ))}</ul>}
      {screen.takenOff.length > 0 && <>
        <h3>Taken off the screen</h3>
        <ul className="answers-in">{screen.takenOff.map(({ id, words }) => <li key={id}><span>{words}</span><Worried id={id} words={words} /></li>)}</ul>
      </>}
      <p className="soft">{answered === 0 ? 'Nobody has answered yet.' : waiting > 0 ? `${answered} answered, ${screen.shown} on the screen. Answers go up three or more at a time, so that nobody can tell whose came when.` : `${answered} answered.`}</p>
      {waiting >= 3 && <RoomForm to={`${here}/answers-shown`} fields={{ questionId: question.id }}><Button kind="plain">Show the {waiting} that are in</Button></RoomForm>}
      <Reads><b>Nobody here</b> can see whose answer is whose, not even you. If somebody may not be safe, press “I’m worried about this”: the safeguarding lead can ask who wrote it, on record. Tell the whole room where they can find you afterwards.</Reads>
    </Sheet>
  )
}

/** Hands a concern on that names this answer. Whose it is, nobody learns by it. */
const Worried = ({ id, words }: { id: string; words: string }) => <Link className="quiet-button" to={`/worried/about?answer=${id}`}>I’m worried about this<span className="visually-hidden"> answer: {words}</span></Link>
