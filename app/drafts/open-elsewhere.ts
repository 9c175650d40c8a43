/**
 * Which drafts have a page open on them right now, in this or another tab. A page holds a browser lock by the name of its draft for as
 * long as it lives; the browser lets go when the tab is closed or dies. So a draft without a lock is one that was left behind.
 */
export async function openElsewhere(): Promise<Set<string>> {
  if (!('locks' in navigator)) return new Set()
  const { held } = await navigator.locks.query()
  return new Set((held ?? []).flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])))
}

const prefix = 'belay-draft:'

/**
 * Waits until one of these drafts has no page open on it any more: true then, false when `signal` ends the waiting first. A browser may
 * let go of a closed tab's lock long after the next page has asked what was left behind.
 */
export async function oneIsLeft(keys: string[], signal: AbortSignal): Promise<boolean> {
  const isEnded = () => signal.aborted
  if (keys.length === 0 || isEnded()) return false
  const stop = new AbortController()
  const onAbort = () => stop.abort()
  signal.addEventListener('abort', onAbort)
  try {
    await Promise.race(keys.map((key) => navigator.locks.request(`${prefix}${key}`, { mode: 'shared', signal: stop.signal }, () => {})))
    return true
  } catch (error) {
    if (isEnded()) return false
    throw error
  } finally {
    signal.removeEventListener('abort', onAbort)
    stop.abort()
  }
}

/** Says that this page is writing the draft of this name, until the returned function is called or the page is gone. */
export function holdOpen(key: string): () => void {
  if (!('locks' in navigator)) return () => {}
  let letGo = () => {}
  const gone = new Promise<void>((resolve) => { letGo = resolve })
  const stop = new AbortController()
  navigator.locks.request(`${prefix}${key}`, { signal: stop.signal }, () => gone).catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
  })
  return () => { stop.abort(); letGo() }
}
