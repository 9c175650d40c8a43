import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { log } from '../log.server.ts'
import { settings } from '../settings.server.ts'
import { asText, dayRoots } from './day-roots.server.ts'
import { writeOnce } from './write-once.server.ts'

/** Where the roots are kept outside the database: a folder of `ROOTS_DIR`, or one beside the data. */
export const rootsFolder = (): string => settings().ROOTS_DIR ?? join(settings().dataDir, 'roots')

/** Writes the roots of the last days that are not there yet into a folder, a file a day, and into the log. A file that is there is never written again. Gives back the days it wrote. */
export async function keepRootsOutside(folder = rootsFolder()): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const written: string[] = []
  for (const root of await dayRoots()) {
    if (!(await writeOnce(join(folder, `${root.day}.txt`), asText(root)))) continue
    log.info({ day: root.day, heads: root.heads, root: root.root }, 'the root of a day over the safeguarding chronologies')
    written.push(root.day)
  }
  return written
}
