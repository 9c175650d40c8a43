import { createServer, type Socket } from 'node:net'

/** What every virus scanner finds and nobody is harmed by; in two halves, so that none finds it in here. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/** Something that speaks as clamd does (man clamd): `zPING`, and `zINSTREAM` with its lengths. `says: 'nothing'` takes everything and never answers. */
export async function fakeClamd({ most = 40_000_000, says = 'the truth', at = { port: 0, host: '127.0.0.1' } }: { most?: number; says?: 'the truth' | 'nothing' | 'nonsense'; at?: { port: number; host: string } | { path: string } } = {}) {
  const scannedBytes: Buffer[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    let come = Buffer.alloc(0)
    let file: Buffer[] | null = null
    let total = 0
    socket.on('error', () => socket.destroy())
    socket.on('close', () => open.delete(socket))
    const answer = (words: string) => { if (says !== 'nothing') socket.end(`${says === 'nonsense' ? 'who is there' : words}\0`) }
    socket.on('data', (some: Buffer) => {
      come = Buffer.concat([come, some])
      if (!file) {
        const end = come.indexOf(0)
        if (end < 0) return
        const command = come.subarray(0, end).toString()
        come = come.subarray(end + 1)
        if (command === 'zPING') return answer('PONG')
        if (command !== 'zINSTREAM') return answer('UNKNOWN COMMAND')
        file = []
      }
      while (come.length >= 4) {
        const length = come.readUInt32BE(0)
        if (length === 0) {
          const whole = Buffer.concat(file)
          scannedBytes.push(whole)
          return answer(whole.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK')
        }
        if (come.length < 4 + length) return
        file.push(come.subarray(4, 4 + length))
        come = come.subarray(4 + length)
        if ((total += length) > most) return answer('INSTREAM size limit exceeded. ERROR')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(at, resolve))
  const where = server.address()
  return {
    address: typeof where === 'string' ? `unix://${where}` : `tcp://127.0.0.1:${where!.port}`, scannedBytes,
    end: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
