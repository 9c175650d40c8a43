import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { curriculumFolder } from '#modules/curriculum/curriculum-folder.server.ts'
import { keepReading } from '#modules/curriculum/kept-reading.server.ts'
import { fingerprintOf } from '#modules/fingerprint.server.ts'
import { oneAtATime } from './one-at-a-time.mjs'

const sources = ['app', 'modules', 'curriculum', 'public', 'prisma/schema', 'prisma/generated', 'vite.config.ts', 'remix.config.js', 'package-lock.json']
const stamp = 'node_modules/.belay/built'

const whatItIsMadeOf = () => fingerprintOf(sources)
const isBuilt = (from: string) => existsSync('build/server/index.js') && existsSync(stamp) && readFileSync(stamp, 'utf8') === from

const runBuild = (handOn: number | 'ignore') => new Promise<void>((resolve, reject) => {
  const child = spawn(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'], { env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'pipe', handOn] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (some: Buffer) => { said += some.toString() })
  child.on('error', reject)
  child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`The build did not work.\n${said}`))))
})

/** The production build, made only when what it is made of has changed, and by one at a time: two would write over each other's files. */
export async function build(): Promise<void> {
  if (isBuilt(whatItIsMadeOf())) return
  await oneAtATime('build', 'Another npm command is building the pages here; waiting for it …', async (handOn) => {
    const from = whatItIsMadeOf()
    if (isBuilt(from)) return
    console.log('Building the pages (once) …')
    rmSync(stamp, { force: true })
    await runBuild(handOn)
    await keepReading(curriculumFolder())
    mkdirSync('node_modules/.belay', { recursive: true })
    writeFileSync(stamp, from)
  })
}

if (import.meta.main) await build()
