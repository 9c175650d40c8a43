import type { Request, Response } from 'express'
import { standingOf, type Standing } from './session.server.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** For the one inline script React writes. */
    nonce: string
    /** Who is asking, looked up once a request. */
    standing: () => Promise<Standing | null>
    /** The network address the request came from. */
    address: string
    /** What the log calls the thing nobody foresaw that happened while answering this request. */
    errorId?: string
  }
}

export function loadContext(request: Request, response: Response) {
  let standing: Promise<Standing | null> | undefined
  return {
    nonce: response.locals.nonce as string,
    address: request.ip ?? 'unknown',
    standing: () => (standing ??= standingOf(request.headers.cookie ?? '')),
  }
}
