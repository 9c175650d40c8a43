import './settings-first.ts'
import { createServer } from 'node:net'
import { closeClients } from '#modules/db/clients.server.ts'
import { startEmbedded, type Embedded } from '#modules/db/embedded.server.ts'
import { masterKey, pepperKey } from '#modules/crypto/master-key.server.ts'
import { SetUpProblem } from '#modules/errors.ts'
import { log } from '#modules/log.server.ts'
import { settings } from '#modules/settings.server.ts'
import { isToBecomeDemo } from '#prisma/demo/is-to-become-demo.ts'
import { build } from './build.ts'
import { prepareDatabase } from './prepare.ts'
import { holdFolder } from './hold-folder.ts'
import { databaseOf } from './database-of.ts'
import { describeSetUp } from './describe-set-up.ts'

const environment: Record<string, string | undefined> = process.env
environment.NODE_ENV ||= 'production'

/** Starts Belay: database, migrations, demo where this is one, build, server. Ctrl-C ends all of it tidily. */
export async function start({ isDevelopment = false } = {}) {
  const place = settings()
  await portIsFree(place.PORT, place.HOST)
  const release = place.isEmbedded ? holdFolder(place.dataDir) : () => {}
  let embedded: Embedded | undefined
  let served: { port: number; close: () => Promise<void> } | undefined
  let isEnding = false
  const end = async (code: number) => {
    if (isEnding) return
    isEnding = true
    await served?.close().catch(() => {})
    await closeClients().catch(() => {})
    await embedded?.stop().catch(() => {})
    release()
    process.exit(code)
  }
  process.on('SIGINT', () => void end(0))
  process.on('SIGTERM', () => void end(0))
  process.on('SIGHUP', () => void end(0))

  try {
    masterKey()
    pepperKey()
    if (place.isEmbedded) embedded = await startEmbedded(place.dataDir)
    const needsDemo = embedded !== undefined && isToBecomeDemo(place)
    const url = await databaseOf(embedded, { anew: needsDemo })
    await prepareDatabase(url)
    // The demo's deeds reach into every module and the whole course: a later start does not read them.
    if (needsDemo) await (await import('#prisma/demo/fill-demo.ts')).fillDemo()
    const setUp = await describeSetUp()
    await closeClients()
    if (!isDevelopment) await build()
    const { serve } = await import('../server.ts')
    served = await serve({ databaseUrl: url, port: place.PORT, host: place.HOST, isDevelopment, tls: place.TLS_CERT && place.TLS_KEY ? { cert: place.TLS_CERT, key: place.TLS_KEY } : undefined })
    if (!place.CLAMD) log.warn('Nothing scans the files that people hand in for viruses: CLAMD is not set. docs/running.md says how.')
    console.log(`\nBelay is ready on ${place.baseUrl}\n${setUp}`)
  } catch (error) {
    console.error(error instanceof SetUpProblem ? error.message : error)
    await end(1)
  }
}

/** Says so in one sentence when the port is taken, before anything else is touched. */
const portIsFree = (port: number, host: string) => new Promise<void>((resolve) => {
  const probe = createServer()
  probe.once('error', (error: NodeJS.ErrnoException) => {
    console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken by another program. Stop that one, or choose another port with PORT.` : `Belay cannot listen on ${host}:${port} (${error.code}).`)
    process.exit(1)
  })
  probe.listen(port, host, () => probe.close(() => resolve()))
})

try {
  if (import.meta.main) await start()
} catch (error) {
  console.error(error instanceof SetUpProblem ? error.message : error)
  process.exit(1)
}
