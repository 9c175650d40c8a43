import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll } from 'vitest'
import { openLive } from '#app/live/open-live.server.ts'

/** The app's own sockets, with its own topics and sessions, for as long as a test file runs; and a way to knock at them with a cookie. */
export function aLiveServer() {
  const http = createServer()
  const sockets: Socket[] = []
  let live: ReturnType<typeof openLive>
  beforeAll(async () => {
    live = openLive(http)
    await live.ready
    await new Promise<void>((resolve) => http.listen(0, 'localhost', resolve))
  })
  afterAll(async () => {
    for (const socket of sockets) socket.disconnect()
    await live.close()
  })
  return (cookie: string): Socket => {
    const socket = io(`http://localhost:${(http.address() as AddressInfo).port}`, { path: '/live', transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie } })
    sockets.push(socket)
    return socket
  }
}
