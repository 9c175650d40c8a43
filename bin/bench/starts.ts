import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rounded } from './times.ts'

const clean = { MASTER_KEY: '', DATABASE_URL: '', BELAY_DEMO: '', LOG_LEVEL: 'error', NODE_ENV: 'production', PORT: '3189', BASE_URL: '' }

async function seconds(file: string, args: string[], env: Record<string, string>) {
  const from = performance.now()
  const child = spawn(process.execPath, [file, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (some: Buffer) => { if ((said += some.toString()).includes('Belay is ready on')) resolve() })
    child.on('exit', () => reject(new Error(`It ended before it was ready:\n${said}`)))
  })
  const took = rounded((performance.now() - from) / 1000)
  child.kill('SIGTERM')
  await gone
  return took
}

/** How long until Belay says it is ready: the first start fills the demo, the second finds it. With `--empty` also from a folder with nothing installed, npm's cache as warm as it is. */
export async function starts({ isEmptyToo }: { isEmptyToo: boolean }) {
  const folder = mkdtempSync(join(tmpdir(), 'belay-bench-start-'))
  const env = { ...clean, DATA_DIR: join(folder, 'data') }
  const figures: Record<string, number> = { firstSeconds: await seconds('bin/start.ts', [], env), secondSeconds: await seconds('bin/start.ts', [], env) }
  if (isEmptyToo) {
    const copy = join(folder, 'copy')
    cpSync('.', copy, { recursive: true, filter: (source) => !/^(node_modules|build|data|\.git|test-results|prisma\/generated)(\/|$)/.test(source) })
    figures.emptyFolderSeconds = await seconds(join(copy, 'bin/begin.mjs'), ['start'], { ...env, DATA_DIR: join(folder, 'other-data') })
  }
  rmSync(folder, { recursive: true, force: true })
  return figures
}
