import { LogOut } from 'lucide-react'
import { useUnsentBeforeSignOut } from '#app/drafts/use-unsent-before-sign-out.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'

/** Signs out. Asks first when something somebody wrote is on this device only. */
export function SignOutForm({ personId }: { personId: string }) {
  const unsent = useUnsentBeforeSignOut(personId)
  return (
    <form method="post" action="/sign-out" onSubmit={unsent.onSubmit} className="door-form">
      {unsent.waiting > 0 && (
        <div role="alert"><Note tone="sun">
          <p>{unsent.waiting === 1 ? 'One thing you wrote is' : `${unsent.waiting} things you wrote are`} only on this device so far. It stays here, locked, and comes back when you sign in here again.</p>
          <Bar><Button type="button" onClick={unsent.stay}>Stay signed in</Button><Button type="button" kind="plain" onClick={unsent.goOn}>Sign out anyway</Button></Bar>
        </Note></div>
      )}
      {unsent.waiting === 0 && <div><Button kind="plain" type="submit"><LogOut aria-hidden="true" />Sign out</Button></div>}
    </form>
  )
}
