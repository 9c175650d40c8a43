import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** A draft as it lies on the device: sealed, and nobody's but this person's. */
export type KeptDraft = { personId: string; key: string; iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer; keptAt: number; /** When a page from Belay first found it here, by Belay’s clock. */ foundAt?: number }

interface Drafts extends DBSchema {
  keys: { key: string; value: CryptoKey }
  drafts: { key: [string, string]; value: KeptDraft }
}

/** How long a draft stays on the device after a page from Belay found it there, in milliseconds: 14 days. */
export const keptFor = 14 * 86_400_000

/** What becomes of a draft, in milliseconds. The device’s own clock is not asked: with a flat battery it may believe that it is the day it was made. */
export const atSweeping = ({ foundAt }: Pick<KeptDraft, 'foundAt'>, now: number): 'is-found' | 'stays' | 'goes' =>
  foundAt === undefined ? 'is-found' : foundAt < now - keptFor ? 'goes' : 'stays'

let opened: Promise<IDBPDatabase<Drafts>> | undefined

/**
 * The device's own store. Opened once a page; a browser may close it under us (storage cleared, another tab renewing it), and then it
 * is opened again.
 */
export function theStore(): Promise<IDBPDatabase<Drafts>> {
  opened ??= openDB<Drafts>('belay-drafts', 1, {
    upgrade(db) {
      db.createObjectStore('keys')
      db.createObjectStore('drafts', { keyPath: ['personId', 'key'] })
    },
    blocking: (_was, _is, event) => { (event.target as IDBDatabase).close(); opened = undefined },
    terminated: () => { opened = undefined },
  })
  opened.catch(() => { opened = undefined })
  return opened
}

/** Lets go of what has lain too long, whoever wrote it. `now`: as Belay said on a page that has just come from there. */
export async function sweep(now: number): Promise<void> {
  const transaction = (await theStore()).transaction('drafts', 'readwrite')
  for (let cursor = await transaction.store.openCursor(); cursor; cursor = await cursor.continue()) {
    const becomes = atSweeping(cursor.value, now)
    if (becomes === 'goes') await cursor.delete()
    if (becomes === 'is-found') await cursor.update({ ...cursor.value, foundAt: now })
  }
  await transaction.done
}

/** Everything of one person, and of nobody else. */
export const theirs = (personId: string, prefix: string) => IDBKeyRange.bound([personId, prefix], [personId, `${prefix}\uffff`])
