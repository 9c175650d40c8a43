import { useNavigation, useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { Socket } from 'socket.io-client'
import { useFrame } from '#app/ui/frame.ts'
import { bell, isCovered } from './covered.ts'
import { isAnsweringNow } from './is-answering-now.ts'

export type Connection = 'connecting' | 'live' | 'lost'
const tryAgainAfter = 3000
type Listener = (event: string, ids: Record<string, string>) => void

let shared: Promise<Socket> | undefined

/** One socket a page. It is fetched after the page is there: nobody waits for it, and a page without it still works. */
const theSocket = (): Promise<Socket> => (shared ??= import('socket.io-client').then(({ io }) => io({ path: '/live', reconnectionDelay: 500, reconnectionDelayMax: 5000 })))

/**
 * News for this page. By default the page reads itself again when anything is told, when something was told between its being drawn and its
 * socket opening, when a broken connection is back, and when it comes back into view: a message may be missed, the truth is in the loaders. `watch` asks to hear of one thing (`['meeting', id]`).
 */
export function useNews({ watch, onNews }: { watch?: readonly [string, string]; onNews?: Listener } = {}): Connection {
  const [connection, setConnection] = useState<Connection>('connecting')
  const { revalidate: readAgain, state } = useRevalidator()
  // Reading again in the middle of a way somewhere would begin that way anew: it waits until one is there, and several become one.
  const isOnTheWay = useNavigation().state !== 'idle' || state !== 'idle'
  const isWaiting = useRef(false)
  const revalidate = () => {
    if (isCovered()) return
    if (isOnTheWay) isWaiting.current = true
    else readAgain()
  }
  const heard = useRef<Listener>(() => {})
  heard.current = onNews ?? (() => revalidate())
  const again = useRef(revalidate)
  again.current = revalidate
  const drawnAt = useRef<Date | undefined>(undefined)
  drawnAt.current = useFrame()?.now
  useEffect(() => {
    if (isOnTheWay || !isWaiting.current) return
    isWaiting.current = false
    again.current()
  }, [isOnTheWay])
  const [topic, id] = watch ?? []

  useEffect(() => {
    let socket: Socket | undefined
    let isGone = false
    let wasLost = false
    let heardAs: Connection = 'connecting'
    let lookAgain: ReturnType<typeof setTimeout> | undefined
    // From here on it hears everything. What was told before, and after it was drawn, it has missed.
    const onHearing = (answer: string) => {
      setConnection(heardAs = answer === 'watching' ? 'live' : 'lost')
      if (wasLost) again.current()
      else if (drawnAt.current) socket?.emit('since', new Date(drawnAt.current).getTime())
      wasLost = false
    }
    const onConnect = () => {
      if (topic && id) socket?.emit('watch', topic, id, onHearing)
      else onHearing('watching')
    }
    const onLost = () => { wasLost = true; setConnection('lost') }
    // Asked back, it says that this page has it.
    const onEvent = (event: string, ids: Record<string, string>, back?: () => void) => { heard.current(event, ids); back?.() }
    const onMissed = () => again.current()
    // Covered, one hears that something waits and nothing else.
    const onBell = () => { window.dispatchEvent(new Event(bell)); again.current() }
    // A disconnect by the server means: your access has changed, ask again.
    const onDisconnect = (reason: string) => { onLost(); if (reason === 'io server disconnect') setTimeout(() => socket?.connect(), 500) }
    // A phone comes out of a pocket before its signal does, and reading itself again without one would put an error page here.
    const onVisible = () => {
      clearTimeout(lookAgain)
      if (document.visibilityState !== 'visible') return
      void isAnsweringNow().then((isAnswering) => {
        if (isGone) return
        if (isAnswering) again.current()
        else lookAgain = setTimeout(onVisible, tryAgainAfter)
        setConnection(!isAnswering || !socket?.connected ? 'lost' : heardAs)
      })
    }

    void theSocket().then((opened) => {
      if (isGone) return
      socket = opened
      socket.on('connect', onConnect).on('disconnect', onDisconnect).on('connect_error', onLost).on('news', onEvent).on('missed', onMissed).on('bell', onBell)
      if (socket.connected) onConnect()
    })
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      isGone = true
      clearTimeout(lookAgain)
      document.removeEventListener('visibilitychange', onVisible)
      socket?.off('connect', onConnect).off('disconnect', onDisconnect).off('connect_error', onLost).off('news', onEvent).off('missed', onMissed).off('bell', onBell)
      if (topic && id) socket?.emit('leave', topic, id)
    }
  }, [topic, id])

  return connection
}
