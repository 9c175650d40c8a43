import './settings-first.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { closeClients } from '#modules/db/clients.server.ts'
import { startEmbedded, type Embedded } from '#modules/db/embedded.server.ts'
import { masterKey } from '#modules/crypto/master-key.server.ts'
import { SetUpProblem } from '#modules/errors.ts'
import { settings } from '#modules/settings.server.ts'
import { databaseOf } from './database-of.ts'
import { holdFolder } from './hold-folder.ts'
import { prepareDatabase } from './prepare.ts'

type How = {
  /** Bring it up to date first. */
  isPrepared?: boolean
  /** Nothing else may be using it. */
  isAlone?: boolean
}

/**
 * Works with the database that the environment names. The embedded one is started for it and stopped after; if a running Belay has
 * it open, it is used beside that one and left running.
 */
export async function withDatabase({ isPrepared = false, isAlone = false }: How, work: (url: string) => Promise<void>) {
  const { isEmbedded, dataDir } = settings()
  const isNew = isEmbedded && !existsSync(join(dataDir, 'postgres', 'PG_VERSION'))
  const release = isEmbedded ? hold(dataDir, isAlone) : undefined
  let embedded: Embedded | undefined
  try {
    if (isNew && !isAlone) throw new SetUpProblem(`There is no database in ${dataDir} yet. Start Belay first, or say where it is with DATA_DIR or DATABASE_URL.`)
    masterKey()
    if (isEmbedded) embedded = await startEmbedded(dataDir)
    const url = await databaseOf(embedded)
    if (isPrepared) await prepareDatabase(url)
    await work(url)
  } finally {
    await closeClients()
    if (release) {
      await embedded?.stop()
      release()
    }
  }
}

/** Holds the folder, or gives back nothing where a running Belay has it and that is no hindrance. */
function hold(folder: string, isAlone: boolean) {
  try {
    return holdFolder(folder)
  } catch (error) {
    if (isAlone || !(error instanceof SetUpProblem) || !error.message.includes('already running')) throw error
    return undefined
  }
}

/** Does it, and ends the process: with 0, or with one clear sentence and 1. */
export async function sayAndEnd(work: () => Promise<void>) {
  try {
    await work()
    process.exit(0)
  } catch (error) {
    console.error(error instanceof SetUpProblem ? error.message : error)
    process.exit(1)
  }
}
