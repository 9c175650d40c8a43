import { Phone } from 'lucide-react'
import './worried.css'

/** The stop before any writing: is anyone in danger right now? */
export const DangerNow = () => (
  <div className="danger-now">
    <h1>Is anyone in danger right now?</h1>
    <p>Someone hurt, about to be hurt, or thinking of ending their life today.</p>
    <a className="button" data-kind="signal" href="tel:999"><Phone aria-hidden="true" />Yes: call 999</a>
    <p className="soft small">Then tell the nearest adult, out loud. Writing comes after.</p>
  </div>
)
