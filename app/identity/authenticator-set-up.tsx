import { Form } from '@remix-run/react'
import type { Refusal } from '#app/http/refusals.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import './identity.css'

type Props = { action: string; next: string; picture: string; secret: string; address: string; refusal?: Refusal }

/** Three steps: photograph the picture, read the six digits, write them here. */
export const AuthenticatorSetUp = ({ action, next, picture, secret, address, refusal }: Props) => (
  <Form method="post" action={action} className="door-form">
    <input type="hidden" name="next" value={next} />
    <p>Open your authenticator app, add an account, and point it at this picture.</p>
    <img className="qr" width={240} height={240} src={`data:image/svg+xml,${encodeURIComponent(picture)}`} alt="A square of dots for your authenticator app. The same thing stands below as letters." />
    <p>Is the app on this phone? <a href={address}>Open it there</a>.</p>
    <p>No camera? Type this in the app instead: <span className="said-aloud">{secret}</span></p>
    <Problem message={refusal?.message} />
    <Field label="The six digits it shows now" problem={refusal?.fields.code}><input name="code" inputMode="numeric" autoComplete="one-time-code" required maxLength={10} /></Field>
    <div><Button type="submit">It works: use it</Button></div>
  </Form>
)
