import { Link } from '@remix-run/react'
import { Phone } from 'lucide-react'
import './worried.css'

/** What to do when somebody is in danger now, one thing after another. The form comes last. */
export const StopNow = ({ write, back }: { /** Where it is written down, once that is done; and the question before. */ write: string; back: string }) => (
  <div className="stop-now">
    <h1>Stop. Call 999 first.</h1>
    <a className="button" data-kind="signal" href="tel:999"><Phone aria-hidden="true" />Call 999</a>
    <StopSteps />
    <p><Link className="button" data-kind="plain" to={write}>An adult is here: write it down</Link></p>
    <p className="small"><Link to={back}>Nobody is in danger right now</Link></p>
  </div>
)

/** The same steps wherever they stand. Source: police.uk, “Silent Solution”. */
export const StopSteps = () => (
  <ol className="next-steps">
    <li><b>Call 999.</b> It is free, also with no credit. Say where you are. If you cannot speak, call from a mobile, and press 55 when you are asked.</li>
    <li><b>Tell the nearest adult, out loud.</b> “Someone is in danger and I need help.” Any adult: you do not have to pick the right one.</li>
    <li><b>Keep yourself safe.</b> Stay near them only if you are safe there. You do not have to make it stop yourself.</li>
    <li><b>Write afterwards,</b> when an adult is there.</li>
  </ol>
)
