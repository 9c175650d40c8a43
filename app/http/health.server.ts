import { Router } from 'express'
import { isReady } from '#modules/db/is-ready.server.ts'
import { isScannerThere } from '#modules/scanning/is-scanner-there.server.ts'

/** `/healthz`: the process answers. `/readyz`: the database answers, its newest migration is in, the job queue works, and so does the virus scanner, if there is one. */
export function health() {
  const router = Router()
  router.get('/healthz', (_request, response) => { response.type('text').send('ok') })
  router.get('/readyz', async (_request, response) => {
    const [missing, isScanning] = await Promise.all([isReady(), isScannerThere()])
    if (!isScanning) missing.push('virus scanner')
    response.status(missing.length ? 503 : 200).type('text').send(missing.length ? `not ready: ${missing.join(', ')}` : 'ready')
  })
  return router
}
