import { useCallback, useState, type FormEvent } from 'react'
import { unsent } from './drafts.ts'

/**
 * Asks before signing out when something is on this device only. Put `onSubmit` on the sign-out form. While `waiting` is above nought, show the
 * question with two buttons: `stay` and `goOn`. What is left stays on the device, sealed, and comes back when the same person signs in here.
 */
export function useUnsentBeforeSignOut(personId: string) {
  const [asked, setAsked] = useState<{ waiting: number; form: HTMLFormElement } | null>(null)

  const onSubmit = useCallback((event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget
    event.preventDefault()
    // A device store that does not answer must not keep somebody signed in.
    void unsent(personId).catch(() => []).then((left) => (left.length === 0 ? form.submit() : setAsked({ waiting: left.length, form })))
  }, [personId])

  return {
    onSubmit,
    waiting: asked?.waiting ?? 0,
    stay: useCallback(() => setAsked(null), []),
    // `form.submit()` does not ask again: it raises no submit event.
    goOn: useCallback(() => asked?.form.submit(), [asked]),
  }
}
