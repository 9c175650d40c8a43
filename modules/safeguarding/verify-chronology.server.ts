import { createHash } from 'node:crypto'
import type { CaseLevel, CaseState } from '#prisma/generated/enums.ts'
import { asSystem } from '../db/as-system.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { digest } from './digest.server.ts'
import { needsSecond, stateAfter, type StepKind } from './steps.ts'

export type Verdict = { concernId: string; isWhole: boolean; lines: number; brokenAt: number | null; why: string | null }

type Line = { id: string; number: number; organisationId: string; kind: string; byId: string | null; ms: bigint; facts: string; words: Uint8Array | null; hash: Uint8Array }

/** Goes through a concern's chronology from the first line and says whether it is whole; if not, the first line that is not what was written. */
export const verifyChronology = (viewer: Viewer | 'system', concernId: string): Promise<Verdict> =>
  viewer === 'system' ? asSystem('verify a chronology', (tx) => verify(tx, concernId)) : read(viewer, (tx) => verify(tx, concernId))

async function verify(tx: Tx, concernId: string): Promise<Verdict> {
  const head = await tx.chronologyHead.findUnique({ where: { concernId } })
  const concern = await tx.concern.findUnique({ where: { id: concernId } })
  if (!head || !concern) throw new NotFound()
  const lines = await tx.$queryRaw<Line[]>`
    SELECT id, number, "organisationId", kind, "byId", (extract(epoch FROM at) * 1000)::bigint AS ms, facts::text AS facts, words, hash
    FROM "ChronologyEntry" WHERE "concernId" = ${concernId}::uuid ORDER BY number`
  const broken = (brokenAt: number, why: string): Verdict => ({ concernId, isWhole: false, lines: lines.length, brokenAt, why })

  let before: Buffer = Buffer.alloc(32)
  for (const [index, line] of lines.entries()) {
    if (line.number !== index + 1) return broken(index + 1, 'A line is missing.')
    const link = linkAfter(before, line, concernId)
    if (!link.equals(line.hash)) return broken(line.number, 'This line is not what was written.')
    if (line.kind === 'raised') {
      const said = JSON.parse(line.facts) as { who: string; what: string; danger: string; isAboutAdult: boolean }
      if (said.who !== digest(concern.who) || said.what !== digest(concern.what) || said.danger !== concern.danger || said.isAboutAdult !== concern.isAboutAdult) return broken(line.number, 'What was raised is not what was written.')
    }
    before = link
  }
  if (head.length !== lines.length || !before.equals(head.hash)) return broken(lines.length + 1, 'Lines at the end are missing.')
  const stands = whereItStands(lines)
  if ((['state', 'caseLevel', 'holderId', 'reviewOn'] as const).some((one) => stands[one] !== (one === 'reviewOn' ? dayOf(head.reviewOn) : head[one]))) return broken(lines.length, 'Where the case stands is not what the lines say.')
  return { concernId, isWhole: true, lines: lines.length, brokenAt: null, why: null }
}

/** SHA-256 over: hash before, the fields joined by '|', SHA-256 of the sealed words (an empty text where there are none). The same as `app.add_to_chronology`. */
function linkAfter(before: Buffer, { id, number, organisationId, kind, byId, ms, facts, words }: Line, concernId: string): Buffer {
  const line = [number, id, concernId, organisationId, kind, byId ?? '', ms, facts].join('|')
  return createHash('sha256').update(before).update(line, 'utf8').update(createHash('sha256').update(words ?? Buffer.alloc(0)).digest()).digest()
}

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null

/** Where a case stands, as its lines say: the same that `app.add_to_chronology` keeps on the head. */
function whereItStands(lines: readonly Line[]) {
  const now = { state: 'waiting' as CaseState, caseLevel: null as CaseLevel | null, holderId: null as string | null, reviewOn: null as string | null }
  let wasHigh = false
  for (const { kind, byId, facts: text } of lines.slice(1)) {
    const facts = JSON.parse(text) as { level?: CaseLevel; decision?: string; stillWaiting?: boolean; toId?: string; reviewOn?: string }
    now.state = stateAfter(now.state, kind as StepKind, { ...facts, level: wasHigh ? 'high' : now.caseLevel }) ?? now.state
    if (kind === 'triaged') {
      now.caseLevel = facts.level ?? null
      wasHigh ||= needsSecond(now.caseLevel)
    }
    if (kind === 'taken-on' || kind === 'reopened') now.holderId = byId
    if (kind === 'handed-over') now.holderId = facts.toId ?? null
    now.reviewOn = ['closed', 'duplicate', 'transferred'].includes(now.state) ? null : (facts.reviewOn ?? now.reviewOn)
  }
  return now
}

/** Verifies every chronology there is. */
export async function verifyEveryChronology(): Promise<Verdict[]> {
  const heads = await asSystem('list the chronologies', (tx) => tx.concern.findMany({ select: { id: true }, orderBy: { id: 'asc' } }))
  const verdicts: Verdict[] = []
  for (const { id } of heads) verdicts.push(await verifyChronology('system', id).catch((error: unknown): Verdict => {
    if (!(error instanceof NotFound)) throw error
    return { concernId: id, isWhole: false, lines: 0, brokenAt: 1, why: 'There is no chronology at all.' }
  }))
  return verdicts
}
