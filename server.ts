import { createServer, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { readFileSync } from 'node:fs'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import type * as Entry from './app/entry.server.tsx'

export type Place = { databaseUrl: string; port: number; host: string; isDevelopment?: boolean; tls?: { cert: string; key: string } }

/** Express, Remix and the sockets on one port. Knows nothing of what Belay is about: that is in the build. */
export async function serve({ databaseUrl, port, host, isDevelopment = false, tls }: Place) {
  const vite = isDevelopment ? await (await import('vite')).createServer({ server: { middlewareMode: true } }) : undefined
  const load = async () => (vite ? await vite.ssrLoadModule('virtual:remix/server-build') : await import(new URL('build/server/index.js', import.meta.url).href)) as ServerBuild
  const build = await load()
  const belay = build.entry.module as unknown as typeof Entry
  belay.useDatabase(databaseUrl)

  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', belay.settings().TRUST_PROXY)
  app.use(belay.guardTheEdge({ isDevelopment }))
  app.use(compression())
  if (vite) app.use(vite.middlewares)
  else {
    app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y' }))
    // The files' names have an ending. Pages have none, and need not wait for a look at the disk.
    const files = express.static('build/client', { maxAge: '1h' })
    app.use((request, response, next) => { if (request.path.includes('.')) files(request, response, next); else next() })
  }
  app.use(belay.health())
  const handlerOf = (routes: ServerBuild | typeof load) => createRequestHandler({ build: routes, mode: isDevelopment ? 'development' : 'production', getLoadContext: belay.loadContext })
  const one = handlerOf(load)
  const whichServes = vite ? () => one : belay.eachNear(build, handlerOf)
  app.all('*', (request, response, next) => whichServes(request.path)(request, response, next))

  const http: Server = tls ? createSecureServer({ cert: readFileSync(tls.cert), key: readFileSync(tls.key) }, app) : createServer(app)
  const live = belay.openLive(http)
  await live.ready
  await belay.startJobs()
  await belay.workJobs(belay.everyJob)
  const metrics = belay.serveMetrics()
  await new Promise<void>((resolve, reject) => http.once('error', reject).listen(port, host, resolve))

  return {
    port: (http.address() as { port: number }).port,
    close: async () => {
      metrics?.close()
      await live.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
      await belay.stopBoss()
      await belay.closeLimits()
      await belay.closeClients()
      await vite?.close()
    },
  }
}
