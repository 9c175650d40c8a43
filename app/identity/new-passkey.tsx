import { KeyRound } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Refusal } from '#app/http/refusals.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import './identity.css'
import { usePasskey } from './use-passkey.ts'

/** Makes a passkey on this device. Needs script and a secure address; says so where there is none. */
export function NewPasskey({ action, next, refusal }: { action: string; next: string; refusal?: Refusal }) {
  const passkey = usePasskey('new', action)
  const name = useRef<HTMLInputElement>(null)
  const [missing, setMissing] = useState<string>()
  const make = () => {
    const called = name.current?.value.trim() ?? ''
    if (called === '') return setMissing('Give it a name you will know again.')
    setMissing(undefined)
    void passkey.ask({ next, name: called })
  }
  return (
    <div className="door-form">
      <p>A passkey is this device’s fingerprint, face or PIN. There is nothing to remember and nothing anybody could trick out of you.</p>
      <Problem message={refusal?.message ?? passkey.problem} />
      {passkey.isThere ? (
        <>
          <Field label="What do you call this device?" problem={missing ?? refusal?.fields.name}><input ref={name} name="name" maxLength={60} defaultValue="My phone" /></Field>
          <div><Button type="button" disabled={passkey.isBusy} onClick={make}><KeyRound aria-hidden="true" />Make a passkey</Button></div>
        </>
      ) : <p className="soft small">This browser cannot make one here. It needs script, and a secure (https) address.</p>}
    </div>
  )
}
