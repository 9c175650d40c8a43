import './settings-first.ts'
import { closeClients } from '#modules/db/clients.server.ts'
import { startEmbedded } from '#modules/db/embedded.server.ts'
import { masterKey } from '#modules/crypto/master-key.server.ts'
import { SetUpProblem } from '#modules/errors.ts'
import { settings } from '#modules/settings.server.ts'
import { databaseOf } from './database-of.ts'
import { holdFolder } from './hold-folder.ts'
import { prepareDatabase } from './prepare.ts'

/** Applies the migrations that have not been applied, to the database the environment names, and stops. */
try {
  const { isEmbedded, dataDir } = settings()
  const release = isEmbedded ? holdFolder(dataDir) : () => {}
  masterKey()
  const embedded = isEmbedded ? await startEmbedded(dataDir) : undefined
  const applied = await prepareDatabase(await databaseOf(embedded))
  console.log(applied.length ? `Applied: ${applied.join(', ')}` : 'Nothing to apply.')
  await closeClients()
  await embedded?.stop()
  release()
} catch (error) {
  console.error(error instanceof SetUpProblem ? error.message : error)
  process.exit(1)
}
