import { theStore } from './store.ts'

const known = new Map<string, Promise<CryptoKey>>()

/**
 * The key that seals one person's drafts on this device. It cannot be taken out of the browser, not even by our own script: it protects
 * against the next person at a shared computer, not against someone who owns the machine.
 */
export function draftKey(personId: string): Promise<CryptoKey> {
  let key = known.get(personId)
  if (!key) {
    key = findOrMake(personId)
    key.catch(() => known.delete(personId))
    known.set(personId, key)
  }
  return key
}

async function findOrMake(personId: string): Promise<CryptoKey> {
  const store = await theStore()
  const found = await store.get('keys', personId)
  if (found) return found
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  // Two tabs may make one at once: whoever writes first is right, and the other takes that one.
  const transaction = store.transaction('keys', 'readwrite')
  const first = await transaction.store.get(personId)
  if (!first) await transaction.store.put(made, personId)
  await transaction.done
  return first ?? made
}
