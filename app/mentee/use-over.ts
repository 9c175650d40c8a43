import { useEffect, useState } from 'react'

/** Whether so many milliseconds have gone by since the page was given them, or since `touched` changed. A device that slept has not stopped counting; and what somebody covered with Hide stays covered. */
export function useOver(ms: number, touched?: unknown): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const end = Date.now() + ms
    setOver(false)
    const look = () => { if (Date.now() >= end && !document.querySelector('dialog.cover[open]')) setOver(true) }
    const timer = setInterval(look, 1000)
    document.addEventListener('visibilitychange', look)
    document.addEventListener('close', look, true)
    window.addEventListener('pageshow', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      document.removeEventListener('close', look, true)
      window.removeEventListener('pageshow', look)
    }
  }, [ms, touched])
  return isOver
}
