import type { AppLoadContext } from '@remix-run/node'
import { isRouteErrorResponse } from '@remix-run/react'
import { ZodError } from 'zod'
import { log } from '#modules/log.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { Conflict, Forbidden, NotFound, TooMany } from '#modules/errors.ts'
import { lastResorts } from './metrics.server.ts'

/**
 * The last resort: something nobody foresaw. Logged once, counted, with an id the person can quote: the page shows the same one. What
 * modules throw on purpose (not found, forbidden, conflict, too many, a form that does not fit) is no surprise and is not counted;
 * neither is what Remix refuses itself, or hands over as such: a form to an address that takes none, a page thrown with its status.
 */
export function reportError(error: unknown, { request, context }: { request: Request; context?: AppLoadContext }) {
  if (request.signal.aborted) return
  if (error instanceof NotFound || error instanceof Forbidden || error instanceof Conflict || error instanceof TooMany || error instanceof ZodError) return
  if (isRouteErrorResponse(error) && error.status < 500) return
  lastResorts.inc()
  const id = newId()
  if (context) context.errorId ??= id
  log.error({ err: error, id: context?.errorId ?? id, path: new URL(request.url).pathname, method: request.method }, 'something nobody foresaw')
}

/** Hands the id to the browser, which can look up this header after the fact and no other. */
export function nameError(headers: Headers, context: AppLoadContext) {
  if (context.errorId) headers.append('Server-Timing', `error;desc="${context.errorId}"`)
}
