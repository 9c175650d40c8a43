import { useEffect } from 'react'
import { writtenBy } from '#app/http/written-by.ts'
import { useFrame } from '#app/ui/frame.ts'

/** A lease is 60 s: two beats may be lost and somebody still counts as here. */
const beat = 20_000

/**
 * While a session is taught, its open pages count as being here: a trainer's does not cover itself, and a phone (with the sitting it follows)
 * says so to the server every 20 s, and at once when it comes back into view or into signal.
 */
export function useBeat(isOn: boolean, followsId: string | null) {
  const personId = useFrame()?.viewer?.id
  useEffect(() => {
    if (!isOn) return
    const say = () => {
      window.dispatchEvent(new Event('belay:active'))
      // No signal: the next beat, or the `online` event, tries again; the page says that it is without.
      if (followsId) void fetch('/learn/now/lease', { method: 'POST', headers: writtenBy(personId), body: new URLSearchParams({ sessionId: followsId }), redirect: 'manual' }).catch(() => undefined)
    }
    const onBack = () => { if (document.visibilityState === 'visible') say() }
    const timer = setInterval(say, beat)
    say()
    document.addEventListener('visibilitychange', onBack)
    addEventListener('online', onBack)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onBack)
      removeEventListener('online', onBack)
    }
  }, [isOn, followsId, personId])
}
