import { Link } from '@remix-run/react'
import { Sheet } from '#app/ui/sheet.tsx'
import './identity.css'

type Props = { people: readonly { username: string; what: string }[]; password: string; menteeCode: string; as: string | null; next: string }

/** In the demo: who can be signed in as. A tap fills the form. */
export const DemoPeopleList = ({ people, password, menteeCode, as, next }: Props) => (
  <Sheet tone="sunk" aria-labelledby="demo-people">
    <h2 id="demo-people">The people of the demo</h2>
    <p>Choose somebody, then sign in. Everybody’s password is <span className="said-aloud">{password}</span></p>
    <ul className="demo-people">
      {people.map(({ username, what }) => (
        <li key={username}><Link to={`/sign-in?as=${username}${next === '/' ? '' : `&next=${encodeURIComponent(next)}`}`} preventScrollReset={false} aria-current={as === username ? 'true' : undefined}><b>{username}</b> <span className="soft small">{what}</span></Link></li>
      ))}
    </ul>
    <p>A mentee has no sign-in. At Riverside one opens <Link to="/m">the mentees’ page</Link> with the code <span className="said-aloud">{menteeCode}</span></p>
  </Sheet>
)
