import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** A draft as it lies on the device: sealed, and nobody's but this person's. */
export type KeptDraft = { personId: string; key: string; iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer; keptAt: number }

interface Drafts extends DBSchema {
  keys: { key: string; value: CryptoKey }
  drafts: { key: [string, string]; value: KeptDraft }
}

/** How long a draft stays on the device, in milliseconds: 14 days. */
export const keptFor = 14 * 86_400_000

let opened: Promise<IDBPDatabase<Drafts>> | undefined

/**
 * The device's own store. Opened once a page; a browser may close it under us (storage cleared, another tab renewing it), and then it
 * is opened again. What has lain too long is swept as it opens, whoever wrote it.
 */
export function theStore(): Promise<IDBPDatabase<Drafts>> {
  opened ??= openDB<Drafts>('belay-drafts', 1, {
    upgrade(db) {
      db.createObjectStore('keys')
      db.createObjectStore('drafts', { keyPath: ['personId', 'key'] })
    },
    blocking: (_was, _is, event) => { (event.target as IDBDatabase).close(); opened = undefined },
    terminated: () => { opened = undefined },
  }).then(async (db) => {
    await sweep(db)
    return db
  })
  opened.catch(() => { opened = undefined })
  return opened
}

async function sweep(db: IDBPDatabase<Drafts>) {
  const transaction = db.transaction('drafts', 'readwrite')
  for (let cursor = await transaction.store.openCursor(); cursor; cursor = await cursor.continue())
    if (cursor.value.keptAt < Date.now() - keptFor) await cursor.delete()
  await transaction.done
}

/** Everything of one person, and of nobody else. */
export const theirs = (personId: string, prefix: string) => IDBKeyRange.bound([personId, prefix], [personId, `${prefix}\uffff`])
