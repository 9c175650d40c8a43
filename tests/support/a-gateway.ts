import { createServer } from 'node:http'
import { once } from 'node:events'
import type { Cast } from '#prisma/demo/people.ts'
import { openGateway, type Taken } from '#modules/live/gateway.server.ts'

/** A gateway that takes a cookie for the name of somebody in the cast; `tom-locked` is Tom on a page that is locked. */
export async function aGateway(cast: Cast, topics: Parameters<typeof openGateway>[1]['topics'] = {}, taken: Taken = {}) {
  const server = createServer()
  const gateway = openGateway(server, {
    origin: [], topics, taken,
    authenticate: (cookies) => {
      const viewer = cast.people[cookies.replace('-locked', '')]
      return Promise.resolve(viewer ? { viewer, sessionId: cookies, isLocked: cookies.endsWith('-locked') } : null)
    },
  })
  await gateway.ready
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { address: `http://127.0.0.1:${(server.address() as { port: number }).port}`, close: gateway.close }
}
