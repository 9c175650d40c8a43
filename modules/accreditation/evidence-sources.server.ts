import { z } from 'zod'
import type { Unit } from '../curriculum/schema.ts'
import { theCourses } from '../curriculum/the-curriculum.server.ts'
import { unitsOf } from '../curriculum/units-of.ts'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { plainOf } from '../journals/body.ts'
import { entries } from '../journals/entries.server.ts'
import { findEntry } from '../journals/find-entry.server.ts'
import { keptVersions } from '../learning/versions.server.ts'

/** What a learner has written in units, newest first. Theirs alone until they hand some of it in. */
export const answersToHandIn = (viewer: Viewer) => read(viewer, async (tx) => {
  const cards = asksOf(theCourses.flatMap(unitsOf).map(({ unit }) => unit))
  const rows = await tx.cardAnswer.findMany({ where: { words: { not: null }, progress: { personId: viewer.id } }, orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }], take: 60, include: { progress: { select: { unitId: true } } } })
  const open = await opener(tx, 'CardAnswer', rows.map(({ id }) => id))
  // A card that has left its unit since, or a unit its course, was asked all the same.
  const before = asksOf(await keptVersions(tx, rows.filter(({ cardId, progress }) => !cards.has(`${progress.unitId}/${cardId}`)).map(({ contentHash }) => contentHash)))
  const newest = new Map<string, { cardId: string; asked: string; words: string; answeredAt: Date }>()
  for (const { id, cardId, progress, words, answeredAt } of rows) {
    const key = `${progress.unitId}/${cardId}`
    if (!newest.has(key)) newest.set(key, { cardId: key, asked: cards.get(key) ?? before.get(key) ?? 'A unit', words: open(id, 'words', words) ?? '', answeredAt })
  }
  return [...newest.values()]
})

const asksOf = (units: readonly Unit[]) => new Map<string, string>(units.flatMap((unit) => unit.cards.map((card) => [`${unit.id}/${card.id}`, `${unit.title}: ${'ask' in card ? card.ask : card.title}`] as const)))

/** The learner's latest entries, by their first words. */
export const entriesToLiftFrom = async (viewer: Viewer) => (await entries(viewer)).entries.map(({ entryId, title, startedAt }) => ({ entryId, title, startedAt }))

/** The lines of one entry, to choose from. The entry itself stays where it is. */
export async function linesToLift(viewer: Viewer, input: { entryId: string }): Promise<string[]> {
  const { body } = await findEntry(viewer, { entryId: z.uuid().parse(input.entryId) })
  return plainOf(body).split('\n').map((line) => line.trim()).filter(Boolean)
}
