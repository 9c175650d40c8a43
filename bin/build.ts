import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['app', 'modules', 'curriculum', 'public', 'prisma/schema', 'vite.config.ts', 'remix.config.js', 'package-lock.json']
const stamp = 'node_modules/.belay/built'

function* filesOf(path: string): Generator<string> {
  if (!existsSync(path)) return
  if (statSync(path).isFile()) {
    yield path
    return
  }
  for (const name of readdirSync(path).sort()) yield* filesOf(join(path, name))
}

/** The production build, made only when what it is made of has changed. */
export function build() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => [...filesOf(source)])) if (!/\.test\.tsx?$/.test(file)) hash.update(file).update(readFileSync(file))
  const now = hash.digest('hex')
  if (existsSync('build/server/index.js') && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  console.log('Building the pages (once) …')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'], { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } })
  if (status !== 0) throw new Error(`The build did not work.\n${stdout}\n${stderr}`)
  mkdirSync('node_modules/.belay', { recursive: true })
  writeFileSync(stamp, now)
}

if (import.meta.main) build()
