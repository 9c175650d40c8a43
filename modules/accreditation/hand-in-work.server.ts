import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { declaration } from './declaration.ts'
import { isSound } from './file-kinds.ts'
import { HandInEvidence } from './hand-in-evidence.server.ts'
import { handIn } from './parts/hand-in.server.ts'

const ticked = z.literal(true, 'Look or listen again, and tick this when it is true.')
export const HandInWork = HandInEvidence.omit({ kind: true, cardId: true }).extend({
  fileId: z.uuid('Choose a photo, a recording or a file.'), hasNobodyElse: ticked, hasNoNames: ticked, hasNoPlaces: ticked,
  words: z.string().trim().min(1, 'Write what it is and what it shows.').max(8000, 'That is longer than fits here.'),
  /** Ten minutes of somebody who talks fast are about ten thousand letters. */
  transcript: z.string().trim().max(20_000, 'That is longer than fits here.').default(''),
})

/** A learner hands in a photo, a recording or a file of their work, with words that say what it shows and what is said in it, after they have looked it through for people, names and places. */
export async function handInWork(viewer: Viewer, input: z.input<typeof HandInWork>): Promise<void> {
  const { id, registrationId, looked, fileId, words, transcript, criterionIds } = HandInWork.parse(input)
  await handIn(viewer, registrationId, looked, { id, kind: 'work', fileId, words, transcript, criterionIds, declarationVersion: declaration.version }, async (tx) => {
    if (await tx.evidence.count({ where: { fileId } }) > 0) throw new Conflict('This file has been handed in already. It is in your portfolio.')
    const [file] = await tx.$queryRaw<{ isKept: boolean }[]>`SELECT app.kept_file(${fileId}::uuid, ${registrationId}::uuid) AS "isKept"`
    if (!file!.isKept) throw new Conflict('The file is not here any more. Choose it again: your words are still here.')
    const { type } = await tx.evidenceFile.findUniqueOrThrow({ where: { id: fileId }, select: { type: true } })
    if (isSound(type) && !transcript) throw new z.ZodError([{ code: 'custom', path: ['transcript'], message: 'Write down what is said in it.', input: transcript }])
    if (!isSound(type) && transcript) throw new Conflict('This file has no sound in it, so nothing is said in it. Take out what you wrote there, or choose the recording again.')
  })
}
