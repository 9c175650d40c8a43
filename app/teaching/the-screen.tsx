import { hows } from '#modules/curriculum/guide.ts'
import type { ScreenSeen } from '#modules/teaching/find-screen.server.ts'
import { BarFigure } from '#app/ui/bar-figure.tsx'
import { StepClock } from './step-clock.tsx'
import '#app/rooms/room.css'
import './teaching.css'

/** The wall: the step, its question, the time, and what came in, without anybody's name. */
export function TheScreen({ screen, isLost }: { screen: ScreenSeen; isLost: boolean }) {
  const { where, step, question, screen: answers } = screen
  if (!where || !step || where.is === 'over') return (
    <main className="screen teaching-screen" id="main">
      <p className="soft">{screen.cohortName}</p>
      <h1>{where ? 'That was it for today' : screen.title}</h1>
      <p>{where ? 'Thank you. Your carry-away cards are on your phone, under Learn.' : 'We begin in a moment. Open Belay on your phone: it is on Today.'}</p>
    </main>
  )
  return (
    <main className="screen teaching-screen" id="main">
      <div className="room-head">
        <div>
          <p className="soft">{step.session} · {where.place + 1} of {screen.steps}</p>
          <h1>{step.title}</h1>
          <p className="soft">{hows[step.how]}{isLost && ' · No signal on this screen just now. The phones go on.'}</p>
        </div>
        <StepClock where={where} minutes={step.minutes} at={screen.at} />
      </div>
      {question && answers && (
        <section aria-labelledby="asked" className="screen-asked">
          <h2 id="asked">{question.ask}</h2>
          {question.options
            ? question.options.map((option) => <BarFigure key={option.id} label={option.label.map((run) => run.text).join('')} count={answers.counts.find((one) => one.id === option.id)?.count ?? 0} of={answers.shown} />)
            : answers.words.length > 0 && <ul className="screen-words">{answers.words.map((words, at) => <li key={at}>{words}</li>)}</ul>}
          <p className="soft">{answers.shown === 0 ? 'Answer on your phone. Answers go up here without names, three or more at a time.' : `${answers.shown} on the screen`}{screen.waiting > 0 ? ` · ${screen.waiting} more in` : ''}</p>
        </section>
      )}
    </main>
  )
}
