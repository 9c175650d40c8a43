import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkCurriculum } from '#modules/curriculum/check-curriculum.server.ts'
import { smallCourse, smallUnit } from './small-curriculum.ts'

const folders: string[] = []
export const forgetFolders = () => { for (const folder of folders.splice(0)) rmSync(folder, { recursive: true }) }
/** The folder that was read last. */
export const lastFolder = (): string => folders.at(-1)!

/** Reads a small curriculum in which some words have been changed. */
export function readSmall(changes: Record<string, [from: string | RegExp, to: string]> = {}, more: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'belay-curriculum-'))
  folders.push(folder)
  const files: Record<string, string> = { 'a-course/course.yaml': smallCourse, 'a-course/one.md': smallUnit, 'sources.txt': '# Where things come from\nMTM-20\nS4\n', ...more }
  for (const [file, [from, to]] of Object.entries(changes)) files[file] = files[file]!.replace(from, to)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return checkCurriculum(folder)
}
