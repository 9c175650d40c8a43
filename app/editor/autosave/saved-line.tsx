import { useEffect, useState } from 'react'
import { Saved } from '#app/ui/saved.tsx'
import { useFrame } from '#app/ui/frame.ts'
import { sayDay, sayTime } from '#app/ui/say-when.ts'
import { draftsWork } from '#app/drafts/drafts.ts'
import type { Standing } from './keeper.ts'

/** How it stands with the words, in words, always in sight. */
export function SavedLine({ standing }: { standing: Standing }) {
  const isAwake = useIsAwake()
  const now = useNow(standing.state === 'saved')
  const began = useFrame()?.now
  const here = isAwake && matchMedia('(pointer: coarse)').matches ? 'phone' : 'computer'
  switch (standing.state) {
    case 'saved': return <Saved state="saved">Saved {now === null ? sayMoment(standing.at, new Date(began ?? standing.at).getTime()) : sayAgo(standing.at, now)}</Saved>
    case 'saving': return <Saved state="saving">Saving…</Saved>
    case 'device': return <Saved state="offline">{isAwake && navigator.onLine ? `Kept on this ${here}. Belay does not answer; it is tried again by itself.` : `Kept on this ${here}. It goes to Belay when you are back online.`}</Saved>
    case 'unkept': return <Saved state="unsaved">Not saved yet. Keep this page open: it is tried again by itself.</Saved>
    case 'signed-out': case 'somebody-else': return <Saved state="offline">{isAwake && draftsWork() ? `Kept on this ${here}` : 'Not saved yet. Keep this page open.'}</Saved>
    case 'two': return <Saved state="saved">Saved as a second text</Saved>
    case 'refused': return <Saved state="unsaved">Not saved yet</Saved>
    default: return <Saved state="saved">{isAwake ? 'Saved as you write' : 'Press “Done for now” to save'}</Saved>
  }
}

function useIsAwake() {
  const [isAwake, setIsAwake] = useState(false)
  useEffect(() => setIsAwake(true), [])
  return isAwake
}

/** The page's time, every few seconds; null until the script is there. */
function useNow(isCounting: boolean): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    if (!isCounting) return
    const timer = setInterval(() => setNow(Date.now()), 2000)
    return () => clearInterval(timer)
  }, [isCounting])
  return now
}

function sayAgo(at: number, now: number): string {
  const seconds = Math.round((now - at) / 1000)
  if (seconds < 2) return 'just now'
  if (seconds < 60) return `${seconds} seconds ago`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`
  return sayMoment(at, now)
}

const sayMoment = (at: number, now: number) => `${sayDay(new Date(at), new Date(now)).toLowerCase().replace(/^last /, 'on ')} at ${sayTime(new Date(at))}`
