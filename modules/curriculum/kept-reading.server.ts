import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fingerprintOf } from '../fingerprint.server.ts'
import type { Curriculum } from './read-curriculum.server.ts'

type Kept = { madeOf: string; curriculum: Curriculum }

const itsPlace = 'node_modules/.belay/curriculum.json'

/** Of the words, and of everything that decides how they are read. */
const madeOf = (folder: string) => fingerprintOf([folder, 'modules/curriculum', 'package-lock.json'])

/** What was read from these very files by this very code, where that was kept. Reading the Markdown takes a second of every start; this, hundredths. */
export function keptReading(folder: string, place = itsPlace): Curriculum | null {
  if (!existsSync(place)) return null
  const kept = JSON.parse(readFileSync(place, 'utf8')) as Kept
  return kept.madeOf === madeOf(folder) ? kept.curriculum : null
}

/** Keeps what is read from a folder for later starts. One with a mistake in it is not kept: every start says the mistake anew. */
export async function keepReading(folder: string, place = itsPlace): Promise<void> {
  if (keptReading(folder, place)) return
  const { readCurriculum } = await import('./read-curriculum.server.ts')
  const { courses, guides, competencies, example, problems } = readCurriculum(folder)
  if (problems.length > 0) return
  mkdirSync(dirname(place), { recursive: true })
  // In one go, for another process may be reading it.
  const fresh = `${place}.${process.pid}`
  writeFileSync(fresh, JSON.stringify({ madeOf: madeOf(folder), curriculum: { courses, guides, competencies, example } } satisfies Kept))
  renameSync(fresh, place)
}
