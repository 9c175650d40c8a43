import { createServer } from 'node:http'
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { scanned } from '#modules/scanning/scan-file.server.ts'
import { settings } from '#modules/settings.server.ts'

export const registry = new Registry()
collectDefaultMetrics({ register: registry })
registry.registerMetric(scanned)

/** How often the last-resort error handler was reached. Meant to stay at zero. */
export const lastResorts = new Counter({ name: 'belay_last_resort_errors_total', help: 'Errors nobody foresaw', registers: [registry] })

/** Server time of pages, in seconds, by method and status class. No path: paths carry ids. */
export const pageSeconds = new Histogram({ name: 'belay_page_seconds', help: 'Server time of a request in seconds', labelNames: ['method', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5], registers: [registry] })

/** Metrics on a port of their own, this machine only; off unless METRICS_PORT is set. */
export function serveMetrics() {
  const { METRICS_PORT } = settings()
  if (METRICS_PORT === undefined) return undefined
  return createServer(async (_request, response) => {
    response.setHeader('Content-Type', registry.contentType)
    response.end(await registry.metrics())
  }).listen(METRICS_PORT, '127.0.0.1')
}
