import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptRoot } from './verify-roots.server.ts'

/** The roots that lie in a folder, a file a day. A folder that is not there has none. */
export async function keptRoots(folder: string): Promise<KeptRoot[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  })
  return Promise.all(names.filter((name) => /^\d{4}-\d\d-\d\d\.txt$/.test(name)).sort().map(async (name) => ({
    day: name.slice(0, 10), place: join(folder, name), root: /^root ([0-9a-f]{64})$/m.exec(await readFile(join(folder, name), 'utf8'))?.[1] ?? 'unreadable',
  })))
}
