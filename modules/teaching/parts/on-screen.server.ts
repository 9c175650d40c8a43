import { opener } from '../../crypto/seal.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Question } from '../question.ts'

export type OnScreen = { words: { id: string; words: string }[]; takenOff: { id: string; words: string }[]; counts: { id: string; count: number }[]; shown: number }

/** What has been answered to a question and is on the screen: lines without names, or how many chose each; and what was taken off it, which can still be handed on. */
export async function onScreen(tx: Tx, sessionId: string, question: Question): Promise<OnScreen> {
  const rows = await tx.$queryRaw<{ id: string; chosen: string | null; words: Uint8Array | null; isOff: boolean }[]>`SELECT * FROM app.teaching_shown(${sessionId}::uuid, ${question.id})`
  const open = await opener(tx, 'TeachingAnswer', rows.map((row) => row.id))
  const lines = (isOff: boolean) => rows.filter((row) => row.isOff === isOff).flatMap(({ id, words }) => { const said = open(id, 'words', words); return said ? [{ id, words: said }] : [] })
  const shown = rows.filter((row) => !row.isOff)
  return {
    words: lines(false), takenOff: lines(true),
    counts: (question.options ?? []).map(({ id }) => ({ id, count: shown.filter((row) => row.chosen === id).length })),
    shown: shown.length,
  }
}
