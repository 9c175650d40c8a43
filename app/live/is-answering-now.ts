/** Does Belay answer from here, right now? A browser says that it is online whenever there is a network, also one that leads nowhere. */
export async function isAnsweringNow(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(5000) })).ok
  } catch {
    return false
  }
}
