import { closeClients, useDatabase } from '#modules/db/clients.server.ts'
import { startEmbedded } from '#modules/db/embedded.server.ts'
import { masterKey } from '#modules/crypto/master-key.server.ts'
import { SetUpProblem } from '#modules/errors.ts'
import { verifyEveryChronology } from '#modules/safeguarding/verify-chronology.server.ts'
import { settings } from '#modules/settings.server.ts'
import { databaseOf } from './database-of.ts'
import { holdFolder } from './hold-folder.ts'

/** Goes through every safeguarding chronology and says whether each is whole. Ends with code 1 if one is not. */
try {
  const { isEmbedded, dataDir } = settings()
  const release = isEmbedded ? holdFolder(dataDir) : () => {}
  masterKey()
  const embedded = isEmbedded ? await startEmbedded(dataDir) : undefined
  useDatabase(await databaseOf(embedded))
  const verdicts = await verifyEveryChronology()
  for (const { concernId, brokenAt, row, why } of verdicts.filter((verdict) => !verdict.isWhole)) console.error(`Concern ${concernId}, ${[brokenAt && `line ${brokenAt}`, row].filter(Boolean).join(', ')}: ${why}`)
  console.log(`${verdicts.filter((verdict) => verdict.isWhole).length} of ${verdicts.length} chronologies are whole.`)
  await closeClients()
  await embedded?.stop()
  release()
  if (verdicts.some((verdict) => !verdict.isWhole)) process.exit(1)
} catch (error) {
  console.error(error instanceof SetUpProblem ? error.message : error)
  process.exit(1)
}
