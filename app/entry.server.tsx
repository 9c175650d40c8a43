import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext, type HandleDataRequestFunction } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { gathered } from '#app/http/gathered.server.ts'
import { nameError, reportError } from '#app/http/report-error.server.ts'
import { ErrorId } from '#app/ui/error-id.tsx'

// What server.ts works with, so that pages, sockets and jobs share one copy of every module.
export { useDatabase, closeClients } from '#modules/db/clients.server.ts'
export { settings } from '#modules/settings.server.ts'
export { startJobs, workJobs } from '#modules/jobs/work.server.ts'
export { stopBoss } from '#modules/jobs/boss.server.ts'
export { closeLimits } from '#modules/identity/tries.server.ts'
export { everyJob } from '#modules/every-job.server.ts'
export { guardTheEdge } from '#app/http/edge.server.ts'
export { health } from '#app/http/health.server.ts'
export { serveMetrics } from '#app/http/metrics.server.ts'
export { loadContext } from '#app/http/load-context.server.ts'
export { eachNear } from '#app/http/routes-near.server.ts'
export { openLive } from '#app/live/open-live.server.ts'
export { reportError as handleError } from '#app/http/report-error.server.ts'

export const streamTimeout = 10_000

export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext) {
  const whole = isbot(request.headers.get('user-agent'))
  return new Promise<Response>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(<ErrorId.Provider value={context.errorId}><RemixServer context={remix} url={request.url} nonce={context.nonce} abortDelay={streamTimeout} /></ErrorId.Provider>, {
      nonce: context.nonce,
      [whole ? 'onAllReady' : 'onShellReady']() {
        const body = gathered()
        headers.set('Content-Type', 'text/html; charset=utf-8')
        nameError(headers, context)
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
        pipe(body)
      },
      onShellError: reject,
      onError: (error) => reportError(error, { request, context }),
    })
    setTimeout(abort, streamTimeout + 1000)
  })
}

/** Answers to a page that is already open and only asks for its data. */
export const handleDataRequest: HandleDataRequestFunction = (response, { context }) => {
  nameError(response.headers, context)
  return response
}
