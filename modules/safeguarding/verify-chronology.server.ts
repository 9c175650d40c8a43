import { asSystem } from '../db/as-system.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { digest } from './digest.server.ts'
import { walkChain, whereItStands, type Line } from './fold-lines.server.ts'
import { verifyKeys } from './verify-keys.server.ts'
import { verifyRows } from './verify-rows.server.ts'

/** `brokenAt`: the line that is not what was written, or whose row is not; none for a row that no line speaks of. `row`: its table and key. */
export type Verdict = { concernId: string; isWhole: boolean; /** Its keys are gone, as two people agreed; its chain still proves that nothing else was changed. */ isDestroyed: boolean; lines: number; brokenAt: number | null; row: string | null; why: string | null }

/** Goes through a concern's chronology from the first line, and through the rows that hang on it, and says whether it is whole; if not, the first thing that is not what was written. */
export const verifyChronology = (viewer: Viewer | 'system', concernId: string): Promise<Verdict> =>
  viewer === 'system' ? asSystem('verify a chronology', async (tx) => withKeys(tx, await verify(tx, concernId))) : read(viewer, (tx) => verify(tx, concernId))

async function verify(tx: Tx, concernId: string): Promise<Verdict> {
  const head = await tx.chronologyHead.findUnique({ where: { concernId } })
  const concern = await tx.concern.findUnique({ where: { id: concernId } })
  if (!head || !concern) throw new NotFound()
  const lines = await tx.$queryRaw<Line[]>`
    SELECT id, number, "organisationId", kind, "byId", (extract(epoch FROM at) * 1000)::bigint AS ms, facts::text AS facts, words, hash
    FROM "ChronologyEntry" WHERE "concernId" = ${concernId}::uuid ORDER BY number`
  const destroyed = lines.find(({ kind }) => kind === 'destroyed')
  const isDestroyed = destroyed !== undefined
  const broken = (brokenAt: number | null, why: string, row: string | null = null): Verdict => ({ concernId, isWhole: false, isDestroyed, lines: lines.length, brokenAt, row, why })

  const chain = walkChain(lines, concernId, head)
  if (chain) return broken(chain.brokenAt, chain.why)
  const [first] = lines
  if (first) {
    const said = JSON.parse(first.facts) as { who: string; what: string; danger: string; isAboutAdult: boolean; isAboutMentoring?: boolean }
    if (first.kind !== 'raised' || said.who !== digest(concern.who) || said.what !== digest(concern.what) || said.danger !== concern.danger || said.isAboutAdult !== concern.isAboutAdult || (said.isAboutMentoring ?? false) !== concern.isAboutMentoring) return broken(first.number, 'What was raised is not what was written.')
  }
  const stands = whereItStands(lines)
  if (stands.categories.join() !== head.categories.join() || (['state', 'caseLevel', 'holderId', 'reviewOn'] as const).some((one) => stands[one] !== (one === 'reviewOn' ? dayOf(head.reviewOn) : head[one]))) return broken(lines.length, 'Where the case stands is not what the lines say.')
  const trouble = await verifyRows(tx, concernId, lines)
  if (trouble) return broken(trouble.brokenAt, trouble.why, trouble.row)
  if (destroyed && destroyed.number < lines.length) return broken(destroyed.number + 1, 'Something was added after it was destroyed.')
  return { concernId, isWhole: true, isDestroyed, lines: lines.length, brokenAt: null, row: null, why: null }
}

/** The keys are the verifier's to count: a reader sees only those of what they read. */
async function withKeys(tx: Tx, verdict: Verdict): Promise<Verdict> {
  const why = verdict.isWhole ? await verifyKeys(tx, verdict.concernId) : null
  return why ? { ...verdict, isWhole: false, brokenAt: verdict.isDestroyed ? verdict.lines : null, row: verdict.isDestroyed ? null : 'RowKey', why } : verdict
}

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null

/** Verifies every chronology there is. */
export async function verifyEveryChronology(): Promise<Verdict[]> {
  const heads = await asSystem('list the chronologies', (tx) => tx.concern.findMany({ select: { id: true }, orderBy: { id: 'asc' } }))
  const verdicts: Verdict[] = []
  for (const { id } of heads) verdicts.push(await verifyChronology('system', id).catch((error: unknown): Verdict => {
    if (!(error instanceof NotFound)) throw error
    return { concernId: id, isWhole: false, isDestroyed: false, lines: 0, brokenAt: 1, row: null, why: 'There is no chronology at all.' }
  }))
  return verdicts
}
