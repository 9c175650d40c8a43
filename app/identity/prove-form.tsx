import { Form } from '@remix-run/react'
import { KeyRound } from 'lucide-react'
import type { Refusal } from '#app/http/refusals.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import './identity.css'
import { usePasskey } from './use-passkey.ts'

type Props = { action: string; next: string; provesWith: 'password' | 'second-factor'; hasPasskey: boolean; refusal?: Refusal; verb: string }

/** Shows again that it is you: by password or by code, as your role asks, or with a passkey. */
export function ProveForm({ action, next, provesWith, hasPasskey, refusal, verb }: Props) {
  const passkey = usePasskey('prove', action)
  return (
    <>
      <Problem message={refusal?.message ?? passkey.problem} />
      <Form method="post" action={action} className="door-form">
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="with" value={provesWith === 'password' ? 'password' : 'code'} />
        {provesWith === 'password'
          ? <Field label="Password" problem={refusal?.fields.password}><input name="password" type="password" autoComplete="current-password" required /></Field>
          : <Field label="Code" hint="The six digits your authenticator app shows now, or one of your recovery codes." problem={refusal?.fields.code}><input name="code" autoComplete="one-time-code" autoCapitalize="characters" required maxLength={40} /></Field>}
        <Bar>
          <Button type="submit">{verb}</Button>
          {hasPasskey && passkey.isThere && <Button type="button" kind="plain" disabled={passkey.isBusy} onClick={() => void passkey.ask({ next })}><KeyRound aria-hidden="true" />Use a passkey</Button>}
        </Bar>
      </Form>
    </>
  )
}
