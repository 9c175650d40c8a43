import { draftKey } from './draft-key.ts'
import { theStore, theirs, type KeptDraft } from './store.ts'

export type Draft<Value = unknown> = { key: string; value: Value; keptAt: Date }

/** Can this page keep drafts on the device? Not over plain http (no WebCrypto there), and not where the browser has no storage. */
export const draftsWork = (): boolean => typeof indexedDB !== 'undefined' && globalThis.isSecureContext

const lines = new Map<string, Promise<unknown>>()

/** One thing at a time a draft, in the order asked: a keep that takes longer never lands on top of a later keep or drop. */
function inLine<Result>(personId: string, key: string, work: () => Promise<Result>): Promise<Result> {
  const name = `${personId}|${key}`
  const mine = (lines.get(name) ?? Promise.resolve()).then(work, work)
  lines.set(name, mine)
  void mine.catch(() => {}).then(() => { if (lines.get(name) === mine) lines.delete(name) })
  return mine
}

const about = (personId: string, key: string) => new TextEncoder().encode(`${personId}|${key}`)

/** Opens the device's store and finds this person's key in it, so that the first words are kept as fast as the rest. */
export const readyToKeep = async (personId: string): Promise<void> => { await draftKey(personId) }

/** Keeps what this person has written under a name of its own, in place of what was kept under it. `value` is anything JSON can hold. */
export const keepDraft = (personId: string, key: string, value: unknown): Promise<void> => inLine(personId, key, async () => {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: about(personId, key) }, await draftKey(personId), new TextEncoder().encode(JSON.stringify(value)))
  await (await theStore()).put('drafts', { personId, key, iv, sealed, keptAt: Date.now() })
})

/** What this person kept under this name, if anything. Nobody else's ever. */
export const readDraft = <Value>(personId: string, key: string): Promise<Draft<Value> | null> => inLine(personId, key, async () => {
  const kept = await (await theStore()).get('drafts', [personId, key])
  return kept ? open<Value>(kept) : null
})

/** Everything this person kept whose name begins so, newest first. */
export async function draftsUnder<Value>(personId: string, prefix: string): Promise<Draft<Value>[]> {
  const kept = await (await theStore()).getAll('drafts', theirs(personId, prefix))
  const opened = await Promise.all(kept.map((one) => open<Value>(one)))
  return opened.filter((one) => one !== null).sort((a, b) => b.keptAt.getTime() - a.keptAt.getTime())
}

/** Lets go of a draft: the server has it now. */
export const dropDraft = (personId: string, key: string): Promise<void> =>
  inLine(personId, key, async () => (await theStore()).delete('drafts', [personId, key]))

/** What stays on the device and goes nowhere: nobody is asked about it before they sign out. */
const staysHere = ['not-this-time']

/** What of this person's is on this device and not yet on the server: names and times, nothing opened. */
export async function unsent(personId: string): Promise<{ key: string; keptAt: Date }[]> {
  if (!draftsWork()) return []
  const kept = await (await theStore()).getAll('drafts', theirs(personId, ''))
  return kept.filter(({ key }) => !staysHere.includes(key)).map(({ key, keptAt }) => ({ key, keptAt: new Date(keptAt) }))
}

/** A draft whose key is gone (site data half cleared) cannot be opened by anybody; it is as if it were not there. */
async function open<Value>({ personId, key, iv, sealed, keptAt }: KeptDraft): Promise<Draft<Value> | null> {
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: about(personId, key) }, await draftKey(personId), sealed)
    return { key, value: JSON.parse(new TextDecoder().decode(plain)) as Value, keptAt: new Date(keptAt) }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null
    throw error
  }
}
