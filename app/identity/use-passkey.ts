import { useSubmit } from '@remix-run/react'
import { useEffect, useState } from 'react'

type Purpose = 'sign-in' | 'prove' | 'new'
type Begun = { ceremonyId: string; options: unknown } | { message: string }
type Answer = { with: 'passkey'; ceremonyId: string; answer: string } | { message: string }

/** Asks the device for a passkey. What does the asking is loaded when somebody asks. */
export async function askDevice(purpose: Purpose): Promise<Answer> {
  try {
    const [browser, begun] = await Promise.all([import('@simplewebauthn/browser'), begin(purpose)])
    if ('message' in begun) return begun
    const answer = purpose === 'new' ? await browser.startRegistration({ optionsJSON: begun.options as never }) : await browser.startAuthentication({ optionsJSON: begun.options as never })
    return { with: 'passkey', ceremonyId: begun.ceremonyId, answer: JSON.stringify(answer) }
  } catch (error) {
    return { message: (error as Error).name === 'InvalidStateError' ? 'This device has a passkey for you already.' : 'No passkey was used. Try again, or use another way.' }
  }
}

async function begin(purpose: Purpose): Promise<Begun> {
  const answer = await fetch('/passkey-options', { method: 'POST', body: new URLSearchParams({ purpose }) })
  return answer.headers.get('content-type')?.includes('json') ? await answer.json() as Begun : { message: 'Belay could not ask your device just now. Reload the page and try again.' }
}

/** A button's worth of passkey: the answer goes to `action`, with whatever else the form holds. */
export function usePasskey(purpose: Purpose, action: string) {
  const submit = useSubmit()
  const [isThere, setIsThere] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  // Over plain http on a network there are no passkeys: the button then never appears.
  useEffect(() => setIsThere(typeof window.PublicKeyCredential === 'function'), [])

  const ask = async (extra: Record<string, string>) => {
    setIsBusy(true)
    setProblem(null)
    const answer = await askDevice(purpose)
    if ('message' in answer) setProblem(answer.message)
    else submit({ ...extra, ...answer }, { method: 'post', action })
    setIsBusy(false)
  }
  return { isThere, isBusy, problem, ask }
}
