import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * The lock is the name of a socket, not a file: the kernel lets go of it when the last process that holds it is gone, however it went, so
 * none is ever left lying about. A program started under the lock holds it too (its descriptor is handed on): when npm's install
 * outlives the process that began it, the next still waits.
 */
export async function oneAtATime(what, say, work) {
  const name = addressOf(what)
  let said = false
  for (;;) {
    const held = await take(name)
    if (held) {
      try {
        return await work(held.handOn)
      } finally {
        held.release()
      }
    }
    if (!said) console.log(say)
    said = true
    await wait(150)
  }
}

/** One lock a checkout. Linux has socket names that are no files; elsewhere it is a file, and one that nobody answers on is left over. */
function addressOf(what) {
  const short = createHash('sha256').update(`${what} ${realpathSync(process.cwd())}`).digest('hex').slice(0, 24)
  if (process.platform === 'linux') return `\0belay-${short}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\belay-${short}` : join(tmpdir(), `belay-${short}.sock`)
}

const take = (name) => new Promise((resolve, reject) => {
  const server = createServer((caller) => caller.destroy())
  server.once('error', (error) => {
    if (error.code !== 'EADDRINUSE') return reject(error)
    if (!name.startsWith('/')) return resolve(null)
    const caller = connect(name, () => { caller.destroy(); resolve(null) })
    caller.once('error', () => { rmSync(name, { force: true }); resolve(null) })
  })
  server.listen(name, () => resolve({ handOn: process.platform === 'win32' ? 'ignore' : server._handle.fd, release: () => server.close() }))
})
