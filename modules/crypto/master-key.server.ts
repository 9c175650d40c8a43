import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetUpProblem } from '../errors.ts'
import { settings } from '../settings.server.ts'

/** A master key: 32 bytes, and a short id that says which one wrapped something. */
export type MasterKey = { id: string; key: Buffer }

const asMasterKey = (text: string): MasterKey => {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== 32) throw new SetUpProblem('The master key is not 32 bytes of base64. Make one with: openssl rand -base64 32')
  return { id: createHash('sha256').update('belay master key id').update(key).digest('hex').slice(0, 16), key }
}

let current: MasterKey | undefined

/**
 * The key above all others. It is never in the database: MASTER_KEY holds it, or, with the embedded database, a file beside the data
 * that is made once, with the database. A database without its key says so and does not start.
 */
export function masterKey(): MasterKey {
  if (current) return current
  const { MASTER_KEY, isEmbedded, dataDir } = settings()
  if (MASTER_KEY) return (current = asMasterKey(MASTER_KEY))
  if (!isEmbedded) throw new SetUpProblem('MASTER_KEY is missing. With a database of your own, Belay needs its master key (32 bytes, base64) to read what is sealed. Make one with: openssl rand -base64 32')
  const file = join(dataDir, 'master.key')
  if (!existsSync(file)) {
    if (existsSync(join(dataDir, 'postgres', 'PG_VERSION'))) throw new SetUpProblem(`The master key is missing: ${file} is not there, and without it nothing sealed in this database can be read. Put it back from your backup.`)
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  }
  return (current = asMasterKey(readFileSync(file, 'utf8')))
}

/**
 * What passwords and typed codes are mixed with. It cannot change without everybody choosing a new password, so it stays what it was
 * when the master key changes: PEPPER then holds the first master key. Until then they are one.
 */
export const pepperKey = (): Buffer => {
  const { PEPPER, MASTER_KEY_PREVIOUS } = settings()
  if (PEPPER) return asMasterKey(PEPPER).key
  if (MASTER_KEY_PREVIOUS) throw new SetUpProblem('PEPPER is missing. The master key is being changed (MASTER_KEY_PREVIOUS is set), and passwords are mixed with the first one: set PEPPER to what MASTER_KEY was before, and keep it there.')
  return masterKey().key
}

/** The master key before the last change of it, while `npm run keys:rotate` moves everything over. */
export const previousMasterKey = (): MasterKey | undefined => {
  const { MASTER_KEY_PREVIOUS } = settings()
  return MASTER_KEY_PREVIOUS ? asMasterKey(MASTER_KEY_PREVIOUS) : undefined
}
