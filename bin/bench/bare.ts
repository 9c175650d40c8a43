import { createServer } from 'node:http'
import { Server } from 'socket.io'

// A program of its own, with nothing in it: what this machine's Node serves and tells at best. `/tell` tells every socket when it was told.
const http = createServer((request, response) => {
  if (request.url === '/tell') io.emit('news', performance.timeOrigin + performance.now())
  response.setHeader('Content-Type', 'text/html').end(`<!doctype html><title>bare</title>${'<p>bare</p>'.repeat(500)}`)
})
const io = new Server(http, { serveClient: false })
process.on('SIGTERM', () => process.exit(0))
process.stdin.resume().on('end', () => process.exit(0))
http.listen(0, 'localhost', () => console.log(JSON.stringify({ port: (http.address() as { port: number }).port })))
