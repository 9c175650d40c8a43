import type { Guide } from '../../curriculum/guide.ts'
import { unitsOf } from '../../curriculum/units-of.ts'
import type { Tx } from '../../db/transaction.server.ts'
import { keepVersion, keptVersions } from '../../learning/versions.server.ts'
import { runSheet, textsNow, unitsTaught, type SheetStep, type Texts } from '../run-sheet.server.ts'
import type { FoundSitting } from './find-sitting.server.ts'

/** What has been read back. A version is named by its content and never changes. */
const readBack = new Map<string, Guide | null>()

/** Keeps what a sitting is taught from, as it is now, and says under which names. */
export async function keepTexts(tx: Tx, { guides, units }: Texts): Promise<string[]> {
  await tx.guideVersion.createMany({ data: guides.map(({ contentHash, courseId, source }) => ({ contentHash, courseId, source })), skipDuplicates: true })
  for (const unit of units) await keepVersion(tx, unit)
  return namesOf({ guides, units })
}

/**
 * What a sitting is taught from: once it is open, as it was then. A course that changes while the room is in the middle of it changes nothing on
 * the screen, the phones or the run-sheet.
 */
export async function textsOf(tx: Tx, { cohort, covers, texts }: FoundSitting): Promise<Texts> {
  const now = textsNow({ courseId: cohort.courseId, covers })
  const current = namesOf(now)
  if (texts.every((name) => current.includes(name))) return now
  const guides = await guidesKept(tx, texts)
  const kept = await keptVersions(tx, texts.filter((name) => !current.includes(name) && !guides.some((guide) => guide.contentHash === name)))
  const asOpened = guides.length > 0 ? guides : now.guides
  const inCourse = new Set(unitsOf(now.course).map(({ unit }) => unit.id))
  const taught = unitsTaught(now.course, asOpened).map((unit) => {
    const was = kept.find(({ id }) => id === unit.id)
    return was ? { ...was, slug: unit.slug } : unit
  })
  // A unit that has left the course meanwhile is still taught here to the end.
  return { ...now, guides: asOpened, units: [...taught, ...kept.filter(({ id }) => !inCourse.has(id))] }
}

/** The run-sheet of a sitting, from those. */
export const sheetOf = async (tx: Tx, sitting: FoundSitting): Promise<SheetStep[]> => runSheet(await textsOf(tx, sitting), sitting.cohort.pattern)

/** What the course says otherwise now than this sitting, by title: run-sheets of sessions, and units. */
export function changedSince({ cohort, covers }: FoundSitting, { course, guides, units }: Texts): { sheets: string[]; units: string[] } {
  const current = namesOf(textsNow({ courseId: cohort.courseId, covers }))
  return {
    sheets: course.sessions.filter(({ id }) => guides.some((guide) => guide.sessionId === id && !current.includes(guide.contentHash))).map(({ title }) => title),
    units: units.filter(({ contentHash }) => !current.includes(contentHash)).map(({ title }) => title),
  }
}

/** Units that have left the course since: they are taught here to the end, and are on nobody's pages but of those who began them. */
export const goneSince = ({ course, units }: Texts): string[] => units.filter(({ id }) => !unitsOf(course).some(({ unit }) => unit.id === id)).map(({ id }) => id)

const namesOf = ({ guides, units }: Pick<Texts, 'guides' | 'units'>) => [...guides, ...units].map(({ contentHash }) => contentHash)

async function guidesKept(tx: Tx, names: readonly string[]): Promise<Guide[]> {
  const wanted = names.filter((name) => !readBack.has(name))
  const rows = wanted.length === 0 ? [] : await tx.guideVersion.findMany({ where: { contentHash: { in: wanted } } })
  // What reads Markdown is large, and seldom needed here.
  const { readGuideVersion } = rows.length > 0 ? await import('../../curriculum/read-version.server.ts') : { readGuideVersion: () => null }
  for (const { contentHash, courseId, source } of rows) readBack.set(contentHash, readGuideVersion(source, courseId))
  return names.flatMap((name) => readBack.get(name) ?? [])
}
