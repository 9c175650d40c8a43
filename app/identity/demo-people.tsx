import { Sheet } from '#app/ui/sheet.tsx'
import './demo-people.css'

type Props = { people: readonly { username: string; what: string }[]; password: string }

/** In the demo: who can be tried out, and how to get in as them. */
export const DemoPeople = ({ people, password }: Props) => (
  <Sheet aria-labelledby="demo-people">
    <h2 id="demo-people" className="demo-people-title">People in the demo</h2>
    <p className="small soft">Everybody signs in with <code>{password}</code>.</p>
    <dl className="demo-people">
      {people.map(({ username, what }) => <div key={username}><dt>{username}</dt><dd className="soft">{what}</dd></div>)}
    </dl>
  </Sheet>
)
