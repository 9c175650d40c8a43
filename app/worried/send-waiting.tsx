import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'
import { sayNotGone } from './not-gone.ts'

/** How long until it is tried again when nobody answered, in milliseconds. */
const again = 10_000

/** On whatever page somebody is: a concern they wanted to hand on without a signal goes as soon as there is one, and with it what they answered in a room. Shows nothing. */
export function SendWaiting({ personId }: { personId: string }) {
  const isAtTheForm = useLocation().pathname === '/worried/about'
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let current = new AbortController()
    const tryNow = () => {
      clearTimeout(timer)
      current.abort()
      const mine = (current = new AbortController())
      void sendAll(personId, mine.signal).then((outcome) => {
        if (outcome === 'try-again' && !mine.signal.aborted) timer = setTimeout(tryNow, again)
      }, () => { /* Storage that does not answer: the writing page says so itself, where it can be read. */ })
    }
    tryNow()
    window.addEventListener('online', tryNow)
    return () => { window.removeEventListener('online', tryNow); clearTimeout(timer); current.abort(); sayNotGone(null) }
  // Whoever leaves the form may leave something in it.
  }, [personId, isAtTheForm])
  return null
}

async function sendAll(personId: string, signal: AbortSignal): Promise<'all-gone' | 'try-again'> {
  const [{ sendWhatWaits }, { sendAnswers }] = await Promise.all([import('./send-what-waits.ts'), import('#app/teaching/send-answers.ts')])
  const [concerns, answers] = await Promise.all([sendWhatWaits(personId, signal, (notGone) => { if (!signal.aborted) sayNotGone(notGone) }), sendAnswers(personId)])
  return concerns === 'try-again' ? concerns : answers
}
