import { Link } from '@remix-run/react'
import { Phone } from 'lucide-react'
import { ButtonLink } from '#app/ui/button-link.tsx'
import './worried.css'

type Props = { /** Where the page is on which one stops when the answer is yes, and where it goes on when it is no. The kept page has neither: without a signal there is nowhere to go. */ ways?: { yes: string; no: string } }

/** The stop before any writing: is anyone in danger right now? */
export const DangerNow = ({ ways }: Props) => (
  <>
    <div className="danger-now">
      <h1>Is anyone in danger right now?</h1>
      <p>Someone hurt, about to be hurt, or thinking of ending their life today.</p>
      <a className="button" data-kind="signal" href="tel:999"><Phone aria-hidden="true" />Yes: call 999</a>
      <p className="soft small">Then tell the nearest adult, out loud. Writing comes after.{ways && <> <Link className="nowrap" to={ways.yes}>What to do, step by step</Link></>}</p>
    </div>
    {ways && <ButtonLink kind="plain" className="worried-next" to={ways.no}>No, but I’m worried</ButtonLink>}
  </>
)
