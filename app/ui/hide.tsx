import { EyeOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { thirdTime } from './third-time.ts'
import './hide.css'

/** Covers the screen at once: a tap, or Shift three times within five seconds. A tap brings it back. Needs script; without it the button is not shown. */
export function Hide() {
  const cover = useRef<HTMLDialogElement>(null)
  const title = useRef('')
  const hide = () => {
    if (!cover.current || cover.current.open) return
    title.current = document.title
    document.title = 'New tab'
    cover.current.showModal()
  }
  const back = () => { document.title = title.current || document.title }

  useEffect(() => {
    const isThird = thirdTime(5000)
    const onKey = (event: KeyboardEvent) => { if (!event.repeat && isThird(event.key === 'Shift', event.timeStamp)) hide() }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  return (
    <>
      <button type="button" className="hide" onClick={hide} title="Cover the screen. Pressing Shift three times does it too."><EyeOff aria-hidden="true" />Hide</button>
      <dialog ref={cover} className="cover" aria-label="Covered" onClose={back}>
        <button type="button" onClick={() => cover.current?.close()}><span>Tap to come back</span></button>
      </dialog>
    </>
  )
}
