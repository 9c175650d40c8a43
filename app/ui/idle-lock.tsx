import { useRevalidator } from '@remix-run/react'
import { LockKeyhole } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { UnlockHere } from '#app/identity/unlock-here.tsx'
import { bell, setCovered } from '#app/live/covered.ts'
import { keepStill } from './keep-still.ts'
import './idle-lock.css'

const signs = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'belay:active'] as const

/**
 * Covers a page of the staff when nobody has touched it for a while. It signs nobody out and closes nothing: what was open stays open
 * beneath. A live meeting counts as being here: its page says so with the event `belay:active`.
 */
export function IdleLock({ after }: { after: number }) {
  const cover = useRef<HTMLDialogElement>(null)
  const { revalidate } = useRevalidator()
  const [isOpen, setIsOpen] = useState(false)
  const [hasRung, setHasRung] = useState(false)
  // Stillness, once over, stays over: opened again, it is watched for anew.
  const [round, setRound] = useState(0)

  useEffect(() => {
    // Somebody busy in one tab is not away from the other.
    const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('belay-here')
    const still = keepStill(after, Date.now())
    const here = () => { if (still.touched(Date.now())) tabs?.postMessage('here') }
    const heard = () => still.touched(Date.now())
    const shut = () => {
      setCovered(true)
      setHasRung(false)
      setIsOpen(true)
      cover.current?.showModal()
      // The server locks too: this page's socket then hears a bell and nothing else. Without a connection the cover stands all the same.
      void fetch('/lock', { method: 'POST', redirect: 'manual', body: new URLSearchParams() }).catch(() => undefined)
    }
    const look = () => { if (still.isOver(Date.now()) && !cover.current?.open) shut() }
    const rings = () => setHasRung(true)
    for (const sign of signs) window.addEventListener(sign, here, { passive: true, capture: true })
    tabs?.addEventListener('message', heard)
    document.addEventListener('visibilitychange', look)
    window.addEventListener(bell, rings)
    const timer = setInterval(look, 5000)
    return () => {
      for (const sign of signs) window.removeEventListener(sign, here, { capture: true })
      tabs?.close()
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener(bell, rings)
      clearInterval(timer)
    }
  }, [after, round])

  const open = () => {
    setCovered(false)
    setIsOpen(false)
    setRound((before) => before + 1)
    cover.current?.close()
    revalidate()
  }

  return (
    <dialog ref={cover} className="idle" aria-labelledby="idle-title" onCancel={(event) => event.preventDefault()}>
      <div className="idle-words">
        <LockKeyhole aria-hidden="true" />
        <h2 id="idle-title">Covered while you were away</h2>
        <p>Nothing is lost. Show that it is you, and the page opens where it was.</p>
        {hasRung && <p role="status"><b>Something needs you.</b></p>}
        {isOpen && <UnlockHere onOpen={open} />}
      </div>
    </dialog>
  )
}
