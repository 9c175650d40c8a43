import { useNavigation } from '@remix-run/react'
import { useEffect } from 'react'
import { useFrame } from '#app/ui/frame.ts'

/** On whatever page somebody is: what they sent and the server has does not stay on the device, nor what anybody left on it too long. Shows nothing. */
export function LetGoOfArrived({ personId }: { personId: string }) {
  const isIdle = useNavigation().state === 'idle'
  const now = new Date(useFrame()?.now ?? 0).getTime()
  useEffect(() => {
    if (!isIdle) return
    void Promise.all([import('./form-drafts.ts'), import('./drafts.ts'), import('./store.ts')]).then(async ([{ letGoOfArrived }, { draftsWork }, { sweep }]) => {
      await letGoOfArrived(personId)
      if (draftsWork()) await sweep(now)
    }).catch(() => { /* Storage that does not answer: the writing page says so itself. */ })
  }, [personId, isIdle, now])
  return null
}
