import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** A draft as it lies on the device: sealed, and nobody's but this person's. */
export type KeptDraft = { personId: string; key: string; iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer; keptAt: number }

interface Drafts extends DBSchema {
  keys: { key: string; value: CryptoKey }
  drafts: { key: [string, string]; value: KeptDraft }
}

/** How long a draft stays on the device, in milliseconds: 14 days. */
export const keptFor = 14 * 86_400_000

/** No draft is older than this. A device whose battery was flat may believe that it is 1970, and then there is mostly no signal to tell it better. */
const noneBefore = Date.UTC(2026, 0, 1)

/** What becomes of a draft as the store opens, in milliseconds. What was kept by a clock that was wrong has its days from now: it was not let go of by anybody. */
export const onOpening = (keptAt: number, now: number): 'stays' | 'counts-from-now' | 'goes' =>
  keptAt < noneBefore || keptAt > now ? 'counts-from-now' : keptAt < now - keptFor ? 'goes' : 'stays'

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
    // A page that came over the network knows that the clock is about right, or its certificate would not do. The one that is kept does not know.
    if (globalThis.location.pathname !== '/worried/help') await sweep(db)
    return db
  })
  opened.catch(() => { opened = undefined })
  return opened
}

async function sweep(db: IDBPDatabase<Drafts>) {
  const transaction = db.transaction('drafts', 'readwrite')
  for (let cursor = await transaction.store.openCursor(); cursor; cursor = await cursor.continue()) {
    const now = Date.now()
    const becomes = onOpening(cursor.value.keptAt, now)
    if (becomes === 'goes') await cursor.delete()
    if (becomes === 'counts-from-now') await cursor.update({ ...cursor.value, keptAt: now })
  }
  await transaction.done
}

/** Everything of one person, and of nobody else. */
export const theirs = (personId: string, prefix: string) => IDBKeyRange.bound([personId, prefix], [personId, `${prefix}\uffff`])
