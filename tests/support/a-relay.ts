import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

const portOf = (url: string) => Number(new URL(url).port)

/** A door in front of a database: whoever works with it knows the door alone, so that the database behind it can go away and come back somewhere else. */
export async function aRelay(url: string) {
  let behind: number | undefined = portOf(url)
  const open = new Set<Socket>()
  const pass = (one: Socket, other: Socket) => {
    open.add(one)
    one.on('error', () => other.destroy()).on('close', () => { open.delete(one); other.destroy() }).pipe(other)
  }
  const door = createServer((client) => {
    if (behind === undefined) return void client.destroy()
    const server = connect(behind, '127.0.0.1')
    pass(client, server)
    pass(server, client)
  }).listen(0, '127.0.0.1')
  await once(door, 'listening')
  const shut = () => { behind = undefined; for (const socket of open) socket.destroy() }
  return {
    url: Object.assign(new URL(url), { port: String((door.address() as AddressInfo).port) }).href,
    shut,
    leadTo: (again: string) => { behind = portOf(again) },
    close: async () => { shut(); door.close(); await once(door, 'close') },
  }
}
