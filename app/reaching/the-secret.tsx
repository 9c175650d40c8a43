import { ButtonLink } from '#app/ui/button-link.tsx'
import { Note } from '#app/ui/note.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import './reaching.css'

/** What messages are signed with, shown this once. */
export const TheSecret = ({ secret, back }: { secret: string | null; back: string }) => (
  <Sheet aria-labelledby="the-secret">
    <h2 id="the-secret">The secret</h2>
    {secret ? (
      <>
        <Note tone="sun"><p role="status"><b>Copy it to the gateway now.</b> Belay signs with it, and never shows it again. Lost, you make a new one.</p></Note>
        <code className="secret" aria-label="The secret">{secret}</code>
      </>
    ) : <Note tone="sun"><p role="status"><b>It has been shown already.</b> If nobody has it, make a new one.</p></Note>}
    <div><ButtonLink to={back} reloadDocument>I have it</ButtonLink></div>
  </Sheet>
)
