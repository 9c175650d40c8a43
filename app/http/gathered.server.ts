import { Transform, type TransformCallback } from 'node:stream'

/**
 * What is written in one turn of the event loop, handed on as one piece. React writes a page in pieces of 2 kB, and each would be compressed, flushed and given
 * to the network by itself: sixty times for a long page. What comes later is not waited for.
 */
export function gathered(): Transform {
  let pieces: Uint8Array[] = []
  const handOn = (stream: Transform) => {
    if (pieces.length > 0) stream.push(Buffer.concat(pieces))
    pieces = []
  }
  return new Transform({
    transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      if (pieces.push(piece) === 1) setImmediate(() => { if (!this.destroyed) handOn(this) })
      done()
    },
    flush(done: TransformCallback) {
      handOn(this)
      done()
    },
  })
}
