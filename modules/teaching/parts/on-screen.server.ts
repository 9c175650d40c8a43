import { opener } from '../../crypto/seal.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Question } from '../question.ts'

export type OnScreen = { words: { id: string; words: string }[]; counts: { id: string; count: number }[]; shown: number }

/** What has been answered to a question and is on the screen: lines without names, or how many chose each. */
export async function onScreen(tx: Tx, sessionId: string, question: Question): Promise<OnScreen> {
  const rows = await tx.$queryRaw<{ id: string; chosen: string | null; words: Uint8Array | null }[]>`SELECT * FROM app.teaching_shown(${sessionId}::uuid, ${question.id})`
  const open = await opener(tx, 'TeachingAnswer', rows.map((row) => row.id))
  return {
    words: rows.flatMap(({ id, words }) => { const said = open(id, 'words', words); return said ? [{ id, words: said }] : [] }),
    counts: (question.options ?? []).map(({ id }) => ({ id, count: rows.filter((row) => row.chosen === id).length })),
    shown: rows.length,
  }
}
