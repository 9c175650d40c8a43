import { Form, Link } from '@remix-run/react'
import { KeyRound, School } from 'lucide-react'
import type { Refusal } from '#app/http/refusals.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import './identity.css'
import { usePasskey } from './use-passkey.ts'

type Props = { next: string; schools: readonly { id: string; name: string }[]; refusal?: Refusal; filled?: { username: string; password: string } }

/** Name and password first; then a passkey, the school's own sign-in, or a code to join with. */
export function SignInForm({ next, schools, refusal, filled }: Props) {
  const passkey = usePasskey('sign-in', '/sign-in/passkey')
  return (
    <Sheet>
      <Problem message={refusal?.message ?? passkey.problem} />
      <Form method="post" action="/sign-in" className="door-form">
        <input type="hidden" name="next" value={next} />
        <Field label="Username" problem={refusal?.fields.username}><input name="username" autoComplete="username webauthn" autoCapitalize="none" spellCheck={false} required defaultValue={refusal?.said.username ?? filled?.username} /></Field>
        <Field label="Password" problem={refusal?.fields.password}><input name="password" type="password" autoComplete="current-password" required defaultValue={filled?.password} /></Field>
        <Choice type="checkbox" name="isShared" value="yes" label="Other people use this device" hint="Then Belay signs you out after 15 quiet minutes." defaultChecked={refusal?.said.isShared === 'yes'} />
        <Button type="submit">Sign in</Button>
      </Form>
      {(passkey.isThere || schools.length > 0) && <p className="or">or</p>}
      <div className="other-ways">
        {passkey.isThere && <Button type="button" kind="plain" disabled={passkey.isBusy} onClick={() => void passkey.ask({ next })}><KeyRound aria-hidden="true" />Use a passkey</Button>}
        {schools.map(({ id, name }) => <ButtonLink key={id} kind="plain" reloadDocument to={`/auth/oidc/${id}?next=${encodeURIComponent(next)}`}><School aria-hidden="true" />{name}</ButtonLink>)}
        <ButtonLink kind="plain" to="/join">I have a code to join</ButtonLink>
      </div>
      <p className="soft small">Forgotten your password? Ask your youth worker or your school’s coordinator: they can help you back in. <Link to="/back-in">Come back in with their code</Link></p>
      <p className="soft small"><Link to="/account/look">Make the words larger</Link> · <Link to="/badges/verify">Check a badge or a certificate</Link></p>
    </Sheet>
  )
}
