import { ButtonLink } from '#app/ui/button-link.tsx'
import { Note } from '#app/ui/note.tsx'
import './identity.css'

/** Ten codes, shown this once. */
export const RecoveryCodes = ({ codes, next, label }: { codes: readonly string[]; next: string; label: string }) => (
  <>
    <Note tone="sun"><p><b>Write these down now.</b> Each lets you in once if your phone is lost. Belay keeps no copy it could show you again.</p></Note>
    <ol className="codes" aria-label="Your recovery codes">{codes.map((code) => <li key={code} className="said-aloud">{code}</li>)}</ol>
    <div><ButtonLink to={next} reloadDocument>{label}</ButtonLink></div>
  </>
)
