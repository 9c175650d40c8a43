import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { answerIn, type Answer } from './answer-alone.ts'

/** How long a file may take to be read, in milliseconds. */
const longest = 30_000
const parts = join(process.cwd(), 'modules/accreditation/parts')
const readable = ['modules/accreditation/parts', 'modules/accreditation/file-kinds.ts', 'node_modules', 'package.json'].map((path) => `--allow-fs-read=${join(process.cwd(), path)}`)

/**
 * Makes a file safe in a process of its own: without our keys, our files or the network's names in it, and ended when it takes too long. A file made to be slow, or
 * to unfold into more than there is room for, ends that process and not the app. Null where it ended without an answer.
 */
export function cleanAlone<Said>(program: 'clean-pdf-alone.ts' | 'clean-sound-alone.ts', bytes: Uint8Array): Promise<Answer<Said> | null> {
  const child = spawn(process.execPath, ['--permission', ...readable, '--max-old-space-size=256', '--disable-warning=ExperimentalWarning', join(parts, program)], { env: { NODE_ENV: 'production' }, stdio: ['pipe', 'pipe', 'ignore'], timeout: longest, killSignal: 'SIGKILL' })
  const come: Buffer[] = []
  let length = 0
  child.stdout.on('data', (chunk: Buffer) => { length += chunk.length; if (length <= 3 * bytes.length + 1_000_000) come.push(chunk); else child.kill('SIGKILL') })
  // It may be gone before it has read everything.
  child.stdin.on('error', () => child.kill('SIGKILL'))
  child.stdin.end(bytes)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code === 0 ? answerIn<Said>(Buffer.concat(come)) : null))
  })
}
