import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type Received = { headers: IncomingMessage['headers']; body: string }
type Answers = (answer: ServerResponse, received: Received) => void

/** A gateway of somebody's, on this machine: what it received, and how it answers (200 unless a test says otherwise). */
export async function aReceiver() {
  const received: Received[] = []
  const receiver = { received, answers: ((answer) => { answer.end() }) as Answers, host: '', close: () => { server.closeAllConnections(); server.close() } }
  const server = createServer((request, answer) => {
    let body = ''
    request.on('data', (some: Buffer) => { body += some.toString() }).on('end', () => { const one = { headers: request.headers, body }; received.push(one); receiver.answers(answer, one) })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  receiver.host = `127.0.0.1:${(server.address() as { port: number }).port}`
  return receiver
}
