import { closeClients, useDatabase } from '#modules/db/clients.server.ts'
import { startEmbedded } from '#modules/db/embedded.server.ts'
import { masterKey } from '#modules/crypto/master-key.server.ts'
import { SetUpProblem } from '#modules/errors.ts'
import { rootsFolder } from '#modules/anchors/keep-roots-outside.server.ts'
import { keptRoots } from '#modules/anchors/kept-roots.server.ts'
import { verifyRoots } from '#modules/anchors/verify-roots.server.ts'
import { verifyAdultConcerns } from '#modules/adults/verify-adult-concerns.server.ts'
import { verifyEveryChronology } from '#modules/safeguarding/verify-chronology.server.ts'
import { settings } from '#modules/settings.server.ts'
import { databaseOf } from './database-of.ts'
import { holdFolder } from './hold-folder.ts'

/** Goes through every safeguarding chronology and says whether each is whole, and the same as on the days on which it was anchored. Folders given hold roots kept elsewhere. Ends with code 1 if one is not. */
try {
  const { isEmbedded, dataDir } = settings()
  const release = isEmbedded ? holdFolder(dataDir) : () => {}
  masterKey()
  const embedded = isEmbedded ? await startEmbedded(dataDir) : undefined
  useDatabase(await databaseOf(embedded))
  const verdicts = await verifyEveryChronology()
  for (const { concernId, brokenAt, row, why } of verdicts.filter((verdict) => !verdict.isWhole)) console.error(`Concern ${concernId}, ${[brokenAt && `line ${brokenAt}`, row].filter(Boolean).join(', ')}: ${why}`)
  console.log(`${verdicts.filter((verdict) => verdict.isWhole).length} of ${verdicts.length} chronologies are whole.`)
  const destroyed = verdicts.filter((verdict) => verdict.isDestroyed).length
  if (destroyed) console.log(`${destroyed} of them ${destroyed === 1 ? 'is' : 'are'} destroyed: the words are gone, and the chain is checked all the same.`)
  const aboutAdults = await verifyAdultConcerns()
  for (const { adultConcernId, brokenAt, why } of aboutAdults.filter((verdict) => !verdict.isWhole)) console.error(`Concern about an adult ${adultConcernId}, line ${brokenAt}: ${why}`)
  console.log(`${aboutAdults.filter((verdict) => verdict.isWhole).length} of ${aboutAdults.length} concerns about adults are whole.`)
  const destroyedAdults = aboutAdults.filter((verdict) => verdict.isDestroyed).length
  if (destroyedAdults) console.log(`${destroyedAdults} of them ${destroyedAdults === 1 ? 'is' : 'are'} destroyed.`)
  const outside = (await Promise.all([rootsFolder(), ...process.argv.slice(2)].map(keptRoots))).flat()
  const apart = await verifyRoots(outside)
  for (const { day, concernId, why } of apart) console.error(`${concernId ? `Concern ${concernId}, ` : ''}${day}: ${why}`)
  console.log(outside.length ? `${new Set(outside.map(({ day }) => day)).size} days are kept outside the database.` : 'No root is kept outside the database: say where they are, npm run verify:safeguarding -- folder')
  await closeClients()
  await embedded?.stop()
  release()
  if (apart.length || [...verdicts, ...aboutAdults].some((verdict) => !verdict.isWhole)) process.exit(1)
} catch (error) {
  console.error(error instanceof SetUpProblem ? error.message : error)
  process.exit(1)
}
