import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Made } from './pdf-made-safe.ts'

/** How long a PDF may take to be read, in milliseconds. */
const longest = 15_000
const refusals = { l: 'locked', a: 'active', b: 'broken' } as const

/**
 * Makes a PDF safe in a process of its own: without our keys, our files or the network's names in it, and ended when it takes too long. A PDF made to be slow, or
 * to unfold into more than there is room for, ends that process and not the app.
 */
export function cleanPdf(bytes: Uint8Array): Promise<Made> {
  const program = join(process.cwd(), 'modules/accreditation/parts/clean-pdf-alone.ts')
  const child = spawn(process.execPath, ['--permission', `--allow-fs-read=${join(process.cwd(), 'modules/accreditation/parts')}`, `--allow-fs-read=${join(process.cwd(), 'node_modules')}`, `--allow-fs-read=${join(process.cwd(), 'package.json')}`,
    '--max-old-space-size=256', '--disable-warning=ExperimentalWarning', program], { env: { NODE_ENV: 'production' }, stdio: ['pipe', 'pipe', 'ignore'], timeout: longest, killSignal: 'SIGKILL' })
  const said: Buffer[] = []
  let length = 0
  child.stdout.on('data', (chunk: Buffer) => { length += chunk.length; if (length <= 3 * bytes.length + 1_000_000) said.push(chunk); else child.kill('SIGKILL') })
  // It may be gone before it has read everything.
  child.stdin.on('error', () => child.kill('SIGKILL'))
  child.stdin.end(bytes)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const answer = Buffer.concat(said)
      const how = String.fromCharCode(answer[0] ?? 0)
      if (code === 0 && how === '+') resolve({ bytes: new Uint8Array(answer.subarray(1)) })
      else resolve({ refused: how in refusals && code === 0 ? refusals[how as keyof typeof refusals] : 'broken' })
    })
  })
}
