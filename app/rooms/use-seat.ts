import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { writtenBy } from '#app/http/written-by.ts'
import { useFrame } from '#app/ui/frame.ts'

/** A lease is 60 s: two beats may be lost and the seat is still held. */
const beat = 20_000

/** Keeps the seat while the page is open: says so every 20 s, at once when it comes back into view or into signal, and reads again when the seat is gone. */
export function useSeat(meetingId: string, isHeld: boolean) {
  const { revalidate } = useRevalidator()
  const again = useRef(revalidate)
  const personId = useFrame()?.viewer?.id
  again.current = revalidate
  useEffect(() => {
    if (!isHeld) return
    let isOver = false
    const renew = async () => {
      try {
        const answer = await fetch(`/rooms/${meetingId}/lease`, { method: 'POST', headers: { accept: 'application/json', ...writtenBy(personId) } })
        const isStill = answer.ok && !answer.redirected && ((await answer.json()) as { isHeld: boolean }).isHeld
        // A live meeting counts as being here: the page of a supervisor who listens does not cover itself.
        if (isStill) window.dispatchEvent(new Event('belay:active'))
        if (!isStill && !isOver) again.current()
      } catch {
        // No signal: the next beat, or the `online` event, tries again; the socket's state says so on the page.
      }
    }
    const timer = setInterval(() => void renew(), beat)
    const onBack = () => { if (document.visibilityState === 'visible') void renew() }
    document.addEventListener('visibilitychange', onBack)
    window.addEventListener('online', onBack)
    return () => {
      isOver = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onBack)
      window.removeEventListener('online', onBack)
    }
  }, [meetingId, isHeld, personId])
}

/** Reads the page again at a moment: when the room begins to stand still nobody has to say so. */
export function useReadAgainAt(moment: Date | null, at: Date) {
  const { revalidate } = useRevalidator()
  const again = useRef(revalidate)
  again.current = revalidate
  const inMs = moment ? new Date(moment).getTime() - new Date(at).getTime() : null
  useEffect(() => {
    if (inMs === null) return
    const timer = setTimeout(() => again.current(), Math.max(250, inMs + 250))
    return () => clearTimeout(timer)
  }, [inMs])
}
