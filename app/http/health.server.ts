import { Router } from 'express'
import { isReady } from '#modules/db/is-ready.server.ts'

/** `/healthz`: the process answers. `/readyz`: the database answers, its newest migration is in, and the job queue works. */
export function health() {
  const router = Router()
  router.get('/healthz', (_request, response) => { response.type('text').send('ok') })
  router.get('/readyz', async (_request, response) => {
    const missing = await isReady()
    response.status(missing.length ? 503 : 200).type('text').send(missing.length ? `not ready: ${missing.join(', ')}` : 'ready')
  })
  return router
}
