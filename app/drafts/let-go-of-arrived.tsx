import { useNavigation } from '@remix-run/react'
import { useEffect } from 'react'

/** On whatever page somebody is: what they sent and the server has does not stay on the device. Shows nothing. */
export function LetGoOfArrived({ personId }: { personId: string }) {
  const isIdle = useNavigation().state === 'idle'
  useEffect(() => {
    if (isIdle) void import('./form-drafts.ts').then(({ letGoOfArrived }) => letGoOfArrived(personId)).catch(() => { /* Storage that does not answer: the writing page says so itself. */ })
  }, [personId, isIdle])
  return null
}
