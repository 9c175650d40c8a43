import { useSyncExternalStore } from 'react'
import type { NotGone } from './concern-drafts.ts'

const listeners = new Set<() => void>()
let current: NotGone | null = null

/** Whether something lies on this device whose writer believes that it has gone, and why it has not. */
export function sayNotGone(notGone: NotGone | null) {
  current = notGone
  for (const listener of listeners) listener()
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

export const useNotGone = (): NotGone | null => useSyncExternalStore(listen, () => current, () => null)
