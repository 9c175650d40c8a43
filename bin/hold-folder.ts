import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetUpProblem } from '#modules/errors.ts'

/** One Belay a data folder. A note left by a process that was killed does not count. */
export function holdFolder(folder: string): () => void {
  const note = join(folder, 'belay.pid')
  if (existsSync(note)) {
    const pid = Number(readFileSync(note, 'utf8'))
    if (pid !== process.pid && isAlive(pid)) throw new SetUpProblem(`Belay is already running from the folder ${folder} (process ${pid}).`)
  }
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(note, String(process.pid))
  } catch {
    throw new SetUpProblem(`Belay cannot write in the folder ${folder}. Give it a folder it may write in, with DATA_DIR.`)
  }
  return () => rmSync(note, { force: true })
}

/** Alive, and a Belay: after a restart of the machine another program may have the same number. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !existsSync(`/proc/${pid}/cmdline`) || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('bin/')
  } catch {
    return false
  }
}
