import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { log } from '../log.server.ts'
import { latelyTold } from './lately-told.ts'
import { listen, type News } from './listen.server.ts'

/** Who is on a socket. `isLocked`: the page is covered; it hears a bell and nothing else. */
export type AtTheSocket = { viewer: Viewer; sessionId: string; isLocked: boolean }

/** May this viewer watch the thing with this id? One entry a kind of thing; each domain brings its own (`events.ts`). */
export type Topics = Record<string, (viewer: Viewer, id: string) => Promise<boolean>>

const Watch = z.tuple([z.string(), z.uuid(), z.function().optional()])

/** News of which it is asked back whether an open page took it: by event, whom it was for and its ids. */
export type Taken = Record<string, (personId: string, ids: Record<string, string>) => Promise<void>>

/**
 * The sockets of this process. They carry news, never truth: an event and ids. At the door each is asked who it is; to watch a thing it is
 * asked again; when somebody's access changes all their sockets are dropped and are asked anew when they come back.
 */
export function openGateway(http: HttpServer, { authenticate, topics, origin, taken = {} }: { authenticate: (cookies: string) => Promise<AtTheSocket | null>; topics: Topics; origin: string[]; taken?: Taken }) {
  const io = new Server(http, {
    path: '/live', serveClient: false, maxHttpBufferSize: 10_000, pingInterval: 20_000, pingTimeout: 20_000,
    allowRequest: (request, answer) => answer(null, !request.headers.origin || origin.includes(request.headers.origin)),
  })

  const told = latelyTold()

  io.use(async (socket, next) => {
    try {
      const who = await authenticate(socket.handshake.headers.cookie ?? '')
      if (!who) return next(new Error('sign-in'))
      socket.data = who
      next()
    } catch (error) {
      log.error({ err: error }, 'a socket could not be asked who it is')
      next(new Error('unavailable'))
    }
  })

  io.on('connection', (socket: Socket) => {
    const { viewer, sessionId, isLocked } = socket.data as AtTheSocket
    void socket.join([`drop:${viewer.id}`, `session:${sessionId}`, isLocked ? `bell:${viewer.id}` : `person:${viewer.id}`])
    if (isLocked) return
    socket.on('watch', async (...given: unknown[]) => {
      const parsed = Watch.safeParse(given)
      const answer = parsed.success ? (parsed.data[2] as ((answer: string) => void) | undefined) : undefined
      if (!parsed.success) return
      const [topic, id] = parsed.data
      try {
        const may = Object.hasOwn(topics, topic) && (await topics[topic]!(viewer, id))
        if (may) await socket.join(`${topic}:${id}`)
        answer?.(may ? 'watching' : 'refused')
      } catch (error) {
        log.error({ err: error }, 'a socket could not be let in')
        answer?.('unavailable')
      }
    })
    // When this page was drawn: told something since, it reads itself again.
    socket.on('since', (moment: unknown) => { if (typeof moment === 'number' && told.isSince(moment, socket.rooms)) socket.emit('missed') })
    socket.on('leave', (topic: unknown, id: unknown) => { if (typeof topic === 'string' && typeof id === 'string' && Object.hasOwn(topics, topic)) void socket.leave(`${topic}:${id}`) })
  })

  const pass = ({ to, event, ids }: News) => {
    told.note(to)
    if (event === 'drop') return io.local.to(to.replace('person:', 'drop:')).disconnectSockets(true)
    const note = to.startsWith('person:') && io.sockets.adapter.rooms.has(to) ? taken[event] : undefined
    if (!note) io.local.to(to).emit('news', event, ids)
    else io.local.to(to).timeout(10_000).emit('news', event, ids, (_late: Error | null, answers: unknown[]) => { if (answers.length > 0) void note(to.replace('person:', ''), ids).catch((error: unknown) => log.error({ err: error }, 'that an open page was told could not be written down')) })
    if (to.startsWith('person:')) io.local.to(to.replace('person:', 'bell:')).emit('bell')
  }
  // A page that was drawn meanwhile may open its socket only after this: it asks, and is told that it is not known.
  const ears = listen(pass, () => { told.beginAgain(); io.local.emit('missed') })
  return { io, ready: ears.ready, close: async () => { await ears.stop(); await io.close() } }
}
