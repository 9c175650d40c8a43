import { KeyRound } from 'lucide-react'
import { useEffect, useState, type FormEvent } from 'react'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import './identity.css'
import { askDevice } from './use-passkey.ts'

type Answer = { state: 'signed-in' | 'locked' | 'second-factor' | 'out'; message?: string; provesWith?: 'password' | 'second-factor'; hasPasskey?: boolean }

async function ask(init?: RequestInit): Promise<Answer> {
  try {
    const answer = await fetch('/unlock/here', init)
    return answer.headers.get('content-type')?.includes('json') ? await answer.json() as Answer : { state: 'locked', message: 'Belay does not answer just now. Try again in a moment.' }
  } catch {
    return { state: 'locked', message: 'There is no connection just now. The page stays open beneath; try again when there is.' }
  }
}

/** Opens a covered page without leaving it: by password or code, as the role asks, or with a passkey. */
export function UnlockHere({ onOpen }: { onOpen: () => void }) {
  const [how, setHow] = useState<Answer>()
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => { void ask().then(setHow) }, [])

  const heard = (answer: Answer) => {
    if (answer.state === 'signed-in') return onOpen()
    if (answer.state === 'out' || answer.state === 'second-factor') return window.location.assign(`/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`)
    setProblem(answer.message ?? null)
  }
  const send = (fields: Record<string, string>) => void ask({ method: 'POST', body: new URLSearchParams(fields) }).then(heard)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    send(Object.fromEntries([...new FormData(event.currentTarget)].filter((entry): entry is [string, string] => typeof entry[1] === 'string')))
  }
  const withPasskey = () => void askDevice('prove').then((answer) => 'message' in answer ? setProblem(answer.message) : send({ ...answer }))

  const isCode = how?.provesWith === 'second-factor'
  return (
    <form method="post" action="/unlock" onSubmit={onSubmit} className="door-form">
      <Problem message={problem} />
      <input type="hidden" name="with" value={isCode ? 'code' : 'password'} />
      {isCode
        ? <Field label="Code" hint="From your authenticator app, or a recovery code."><input name="code" autoComplete="one-time-code" required maxLength={40} /></Field>
        : <Field label="Password"><input name="password" type="password" autoComplete="current-password" required /></Field>}
      <Bar>
        <Button type="submit">Open it again</Button>
        {how?.hasPasskey && <Button type="button" kind="plain" onClick={withPasskey}><KeyRound aria-hidden="true" />Use a passkey</Button>}
      </Bar>
    </form>
  )
}
