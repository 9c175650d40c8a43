/**
 * Recordings that somebody is listening to. A player asks for one in many parts, one soon after the other, and each part would fetch and open the whole: some 15 ms a MB. So the last
 * few stay open for a moment. Whether somebody may have it is asked for every part before it is looked for here.
 */
const open = new Map<string, { bytes: Buffer; timer: NodeJS.Timeout }>()
const most = 3
const longest = 60_000

/** The bytes of a recording that was opened a moment ago; or opens it. Null where there is no key for it. */
export async function beingHeard(fileId: string, openIt: () => Promise<Buffer | null>): Promise<Buffer | null> {
  const bytes = open.get(fileId)?.bytes ?? await openIt()
  letGo(fileId)
  if (!bytes) return null
  const [oldest] = open.keys()
  if (open.size >= most && oldest) letGo(oldest)
  open.set(fileId, { bytes, timer: setTimeout(() => letGo(fileId), longest).unref() })
  return bytes
}

function letGo(fileId: string) {
  clearTimeout(open.get(fileId)?.timer)
  open.delete(fileId)
}
