import { Square, Volume2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import './read-aloud.css'

/** Reads what is on the card aloud, with the device's own voice. It is there only where the device has one. */
export function ReadAloud({ of, turn }: { of: () => HTMLElement | null; /** Changes when the card does: the voice stops. */ turn: string }) {
  const [isThere, setThere] = useState(false)
  const [isReading, setReading] = useState(false)
  useEffect(() => setThere('speechSynthesis' in globalThis), [])
  useEffect(() => () => { if ('speechSynthesis' in globalThis) speechSynthesis.cancel(); setReading(false) }, [turn])
  if (!isThere) return null

  const read = () => {
    if (isReading) return speechSynthesis.cancel()
    const lines = [...(of()?.querySelectorAll('h1, h2, p, li, .way > span') ?? [])].map((element) => element.textContent).filter((text) => text.trim())
    lines.forEach((text, at) => {
      const words = new SpeechSynthesisUtterance(text)
      words.lang = 'en-GB'
      words.onerror = () => setReading(false)
      if (at === lines.length - 1) words.onend = () => setReading(false)
      speechSynthesis.speak(words)
    })
    setReading(lines.length > 0)
  }
  return <button type="button" className="read-aloud" onClick={read} aria-pressed={isReading}>{isReading ? <Square aria-hidden="true" /> : <Volume2 aria-hidden="true" />}{isReading ? 'Stop reading' : 'Read aloud'}</button>
}
