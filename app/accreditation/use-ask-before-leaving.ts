import { useBlocker } from '@remix-run/react'
import { useEffect } from 'react'

/** While something is only in this page, going elsewhere is asked about first. Sending the form stays on the page, and is not. */
export function useAskBeforeLeaving(isUnsent: boolean) {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => isUnsent && currentLocation.pathname !== nextLocation.pathname)

  useEffect(() => {
    if (blocker.state !== 'blocked') return
    if (window.confirm('Your recording is only on this page so far. If you go on, it is gone. Go on?')) blocker.proceed()
    else blocker.reset()
  }, [blocker])

  useEffect(() => {
    if (!isUnsent) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isUnsent])
}
