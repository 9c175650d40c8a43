import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { surroundings } from '#bin/start-program.ts'

/** The bench's own folder and keys. Imported before anything else: other modules read the settings as they load. */
export const folder = mkdtempSync(join(tmpdir(), 'belay-bench-'))
Object.assign(process.env, surroundings(folder))
