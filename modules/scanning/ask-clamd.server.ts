import { connect } from 'node:net'
import { settings } from '../settings.server.ts'
import { scannerAt } from './scanner-at.server.ts'

/** The most that goes in one piece, in bytes. */
const piece = 65_536
/** No answer of clamd's is longer. */
const mostSaid = 4096

/** Everything that is sent for one command: the file, if there is one, in pieces with their length before each, and a length of nought at its end. */
function* sent(command: 'PING' | 'INSTREAM', bytes: Uint8Array | null) {
  yield Buffer.from(`z${command}\0`)
  if (!bytes) return
  for (let at = 0; at < bytes.length; at += piece) {
    const part = bytes.subarray(at, at + piece)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(part.length)
    yield length
    yield part
  }
  yield Buffer.alloc(4)
}

/** One question to clamd, on a connection of its own, and what it says; rejects when nothing answers `within` so many milliseconds. */
export const askClamd = (address: string, command: 'PING' | 'INSTREAM', bytes: Uint8Array | null, within: number): Promise<string> => new Promise((resolve, reject) => {
  const socket = connect(scannerAt(address))
  const late = setTimeout(() => socket.destroy(new Error(`clamd did not answer within ${within / 1000} s`)), within)
  let said = ''
  socket.setEncoding('utf8')
  socket.on('data', (some: string) => {
    said += some
    if (said.includes('\0') || said.length > mostSaid) socket.destroy()
  })
  // An answer may come before everything is sent: it says then what it has found, or that it wants no more.
  socket.on('error', (error) => { if (!said.includes('\0')) reject(error) })
  socket.once('close', () => {
    clearTimeout(late)
    if (said.includes('\0')) resolve(said.slice(0, said.indexOf('\0')))
    else reject(new Error('clamd closed the connection without an answer'))
  })
  socket.once('connect', () => {
    for (const part of sent(command, bytes)) socket.write(part)
  })
})

/** Where the scanner is, if the house has one. */
export const scannersAddress = (): string | undefined => settings().CLAMD
