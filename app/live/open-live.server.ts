import type { Server } from 'node:http'
import { openGateway } from '#modules/live/gateway.server.ts'
import { noteOpenPage } from '#modules/reaching/note-open-page.server.ts'
import { settings } from '#modules/settings.server.ts'
import { standingOf } from '#app/http/session.server.ts'
import { topics } from './topics.server.ts'

const noteTaken = (personId: string, { concernId }: Record<string, string>) => noteOpenPage(personId, concernId ?? '')

/** The sockets: the same cookie, the same questions as a page. */
export const openLive = (http: Server) => openGateway(http, {
  origin: [settings().baseUrl],
  topics,
  taken: { 'concern:raised': noteTaken, 'concern:climbed': noteTaken },
  authenticate: async (cookies) => {
    const standing = await standingOf(cookies)
    return standing && standing.state !== 'second-factor' ? { viewer: standing.viewer, sessionId: standing.sessionId, isLocked: standing.state === 'locked' } : null
  },
})
