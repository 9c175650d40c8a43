import { link, open, rm } from 'node:fs/promises'
import { newId } from '../db/new-id.ts'

/** Writes a file whole or not at all, and never over what is there: beside it first, then given its name. Says whether it was new. */
export async function writeOnce(file: string, text: string): Promise<boolean> {
  const beside = `${file}.${newId()}`
  const handle = await open(beside, 'wx', 0o644)
  try {
    await handle.writeFile(text)
    await handle.sync()
    await link(beside, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await handle.close()
    await rm(beside)
  }
}
