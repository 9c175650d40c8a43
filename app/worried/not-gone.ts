import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let isAsked = false

/** Something that was handed on without a signal has not gone, because the server has something to ask first. */
export function sayNotGone(isSo: boolean) {
  isAsked = isSo
  for (const listener of listeners) listener()
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

export const useNotGone = (): boolean => useSyncExternalStore(listen, () => isAsked, () => false)
