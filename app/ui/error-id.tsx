import { createContext, useContext, useEffect, useState } from 'react'

/** The id under which the server has logged what nobody foresaw: given by `entry.server` while it draws the page. */
export const ErrorId = createContext<string | undefined>(undefined)

/** The id to quote. A page drawn by the server has it at once; in the browser it is read from what the server said about its timing, the one header a script may look up afterwards. */
export function useErrorId(): string | undefined {
  const drawn = useContext(ErrorId)
  const [id, setId] = useState(drawn)
  useEffect(() => {
    // Older Safari has no server timing.
    const answers = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')] as Partial<PerformanceResourceTiming>[]
    const last = answers.flatMap((answer) => answer.serverTiming ?? []).filter((timing) => timing.name === 'error').at(-1)
    if (last) setId(last.description)
  }, [])
  return id
}
