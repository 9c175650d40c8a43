import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

// A program of its own: one app process from the production build, on the database named by the first argument and the port named by the
// second (0: any that is free). The demo's marker is put into its folder, so that it is the demo, where staff need no second factor.
const [databaseUrl, wanted] = process.argv.slice(2)
const freePort = () => new Promise<number>((resolve) => {
  const probe = createServer().listen(0, 'localhost', () => {
    const { port } = probe.address() as { port: number }
    probe.close(() => resolve(port))
  })
})
const port = Number(wanted) || await freePort()
const folder = process.env.DATA_DIR!
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'demo'), '')
Object.assign(process.env, { PORT: String(port), HOST: 'localhost', BASE_URL: process.env.BASE_URL || `http://localhost:${port}` })

const { serve } = await import('../../server.ts')
const served = await serve({ databaseUrl: databaseUrl!, port, host: 'localhost' })
const end = async () => {
  await served.close()
  process.exit(0)
}
process.on('SIGTERM', () => void end())
// Whoever started this process is gone: go too.
process.stdin.resume()
process.stdin.on('end', () => void end())
console.log(JSON.stringify({ port }))
