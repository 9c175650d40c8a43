import { HandHeart } from 'lucide-react'
import { Link } from '@remix-run/react'
import './safe-line.css'

/** A person and a phone number, for pages where something did not work. */
export const SafeLine = () => (
  <div className="safe-line">
    <HandHeart aria-hidden="true" />
    <p className="small">
      <b>Worried about someone, or about yourself?</b> <Link to="/worried" reloadDocument>Tell an adult here</Link>. If somebody is in danger now, call <a href="tel:999">999</a>.
      To talk to somebody at any hour: Childline <a href="tel:08001111">0800 1111</a>.
    </p>
  </div>
)
