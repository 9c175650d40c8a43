import { useEffect, useRef, type RefObject } from 'react'

/**
 * What came of a press takes the focus: it comes into view and is read out, and Tab goes on from there. The button that was pressed may be a screen
 * away, or gone. Give it what the action answered; each answer is another one, also when it says the same.
 */
export function useAnswerFocus<E extends HTMLElement>(answer: unknown): RefObject<E> {
  const at = useRef<E>(null)
  useEffect(() => { if (answer !== undefined && answer !== null) at.current?.focus() }, [answer])
  return at
}

/** Without script the browser itself goes there when the page has loaded. React writes this for the server's page and leaves it alone afterwards. */
export const landsHere = (answer: unknown) => (answer === undefined || answer === null ? { tabIndex: -1 } : { tabIndex: -1, autoFocus: true })
