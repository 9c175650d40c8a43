import { useSubmit } from '@remix-run/react'
import { useEffect, useState } from 'react'

type Purpose = 'sign-in' | 'prove' | 'new'

/** Asks the device for a passkey and sends its answer to `action`, with whatever else the form holds. Loaded when somebody asks for it. */
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
    try {
      const [browser, begun] = await Promise.all([import('@simplewebauthn/browser'), begin(purpose)])
      if ('message' in begun) return setProblem(begun.message)
      const answer = purpose === 'new' ? await browser.startRegistration({ optionsJSON: begun.options as never }) : await browser.startAuthentication({ optionsJSON: begun.options as never })
      submit({ ...extra, with: 'passkey', ceremonyId: begun.ceremonyId, answer: JSON.stringify(answer) }, { method: 'post', action })
    } catch (error) {
      setProblem((error as Error).name === 'InvalidStateError' ? 'This device has a passkey for you already.' : 'No passkey was used. Try again, or use another way.')
    } finally {
      setIsBusy(false)
    }
  }
  return { isThere, isBusy, problem, ask }
}

async function begin(purpose: Purpose): Promise<{ ceremonyId: string; options: unknown } | { message: string }> {
  const answer = await fetch('/passkey-options', { method: 'POST', body: new URLSearchParams({ purpose }) })
  return answer.headers.get('content-type')?.includes('json') ? await answer.json() as { ceremonyId: string; options: unknown } | { message: string } : { message: 'Belay could not ask your device just now. Reload the page and try again.' }
}
