import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { declaration } from './declaration.ts'
import { HandInEvidence } from './hand-in-evidence.server.ts'
import { handIn } from './parts/hand-in.server.ts'

const ticked = z.literal(true, 'Look at it again, and tick this when it is true.')
export const HandInWork = HandInEvidence.omit({ kind: true, cardId: true }).extend({
  fileId: z.uuid('Choose a photo or a file.'), hasNoFaces: ticked, hasNoNames: ticked, hasNoPlaces: ticked,
  words: z.string().trim().min(1, 'Write what it is and what it shows.').max(8000, 'That is longer than fits here.'),
})

/** A learner hands in a photo or a file of their work, with words that say what it shows, after they have looked it through for faces, names and places. */
export async function handInWork(viewer: Viewer, input: z.input<typeof HandInWork>): Promise<void> {
  const { id, registrationId, looked, fileId, words, criterionIds } = HandInWork.parse(input)
  await handIn(viewer, registrationId, looked, { id, kind: 'work', fileId, words, criterionIds, declarationVersion: declaration.version }, async (tx) => {
    if (await tx.evidence.count({ where: { fileId } }) > 0) throw new Conflict('This file has been handed in already. It is in your portfolio.')
    const [file] = await tx.$queryRaw<{ isKept: boolean }[]>`SELECT app.kept_file(${fileId}::uuid, ${registrationId}::uuid) AS "isKept"`
    if (!file!.isKept) throw new Conflict('The file is not here any more. Choose it again: your words are still here.')
  })
}
