import { useEffect } from 'react'

/** On whatever page somebody is: a concern they wanted to hand on without a signal goes as soon as there is one. Shows nothing. */
export function SendWaiting({ personId }: { personId: string }) {
  useEffect(() => {
    const tryNow = () => void import('./send-what-waits.ts').then(({ sendWhatWaits }) => sendWhatWaits(personId)).catch(() => {
      // Storage that does not answer: the writing page says so itself, where it can be read.
    })
    tryNow()
    window.addEventListener('online', tryNow)
    return () => window.removeEventListener('online', tryNow)
  }, [personId])
  return null
}
