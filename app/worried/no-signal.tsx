import { WifiOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Note } from '#app/ui/note.tsx'

/** For somebody who wanted another page and met this one, because there is no signal: what happened, and the way back. Read from the address once the page stands; the kept copy knows nobody's. */
export function NoSignal() {
  const [wanted, setWanted] = useState<string | null>(null)
  useEffect(() => {
    const from = new URLSearchParams(location.search).get('from') ?? ''
    if (/^\/(?![/\\])/.test(from)) setWanted(from)
  }, [])
  return wanted && <Note tone="sun" icon={WifiOff}><b>You are not connected just now.</b> Belay shows this page until there is a signal. <a href={wanted}>Try again</a></Note>
}
