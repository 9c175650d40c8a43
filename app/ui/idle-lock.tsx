import { useLocation } from '@remix-run/react'
import { LockKeyhole } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { ButtonLink } from './button-link.tsx'
import { keepStill } from './keep-still.ts'
import './idle-lock.css'

const signs = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'belay:active'] as const

/**
 * Covers a page of the staff when nobody has touched it for a while. It signs nobody out and closes nothing: what was open stays open
 * beneath. A live meeting counts as being here: its page says so with the event `belay:active`.
 */
export function IdleLock({ after }: { after: number }) {
  const cover = useRef<HTMLDialogElement>(null)
  const { pathname, search } = useLocation()

  useEffect(() => {
    // Somebody busy in one tab is not away from the other.
    const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('belay-here')
    const still = keepStill(after, Date.now())
    const here = () => { if (still.touched(Date.now())) tabs?.postMessage('here') }
    const heard = () => still.touched(Date.now())
    const look = () => {
      if (!still.isOver(Date.now()) || cover.current?.open) return
      cover.current?.showModal()
      // The server would find out by itself; told now, its sockets fall silent and the way back asks who it is. Without a signal it finds out later.
      void fetch('/lock', { method: 'POST', redirect: 'manual', body: new URLSearchParams() }).catch(() => undefined)
    }
    for (const sign of signs) window.addEventListener(sign, here, { passive: true, capture: true })
    tabs?.addEventListener('message', heard)
    document.addEventListener('visibilitychange', look)
    const timer = setInterval(look, 5000)
    return () => {
      for (const sign of signs) window.removeEventListener(sign, here, { capture: true })
      tabs?.close()
      document.removeEventListener('visibilitychange', look)
      clearInterval(timer)
    }
  }, [after])

  return (
    <dialog ref={cover} className="idle" aria-labelledby="idle-title" onCancel={(event) => event.preventDefault()}>
      <div className="idle-words">
        <LockKeyhole aria-hidden="true" />
        <h2 id="idle-title">Covered while you were away</h2>
        <p>Nothing is lost. Show that it is you, and the page opens where it was.</p>
        <ButtonLink to={`/unlock?next=${encodeURIComponent(pathname + search)}`}>Unlock</ButtonLink>
      </div>
    </dialog>
  )
}
