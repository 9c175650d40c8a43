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
