import { createHash } from 'node:crypto'
import type { CaseLevel, CaseState } from '#prisma/generated/enums.ts'
import { needsSecond, stateAfter, type StepKind } from './steps.ts'

/** A line as the verifier reads it: `facts` is the text that was chained. */
export type Line = { id: string; number: number; organisationId: string; kind: string; byId: string | null; ms: bigint; facts: string; words: Uint8Array | null; hash: Uint8Array }

/** SHA-256 over: hash before, the fields joined by '|', SHA-256 of the sealed words (an empty text where there are none). The same as `app.add_to_chronology`. */
export function linkAfter(before: Buffer, { id, number, organisationId, kind, byId, ms, facts, words }: Line, concernId: string): Buffer {
  const line = [number, id, concernId, organisationId, kind, byId ?? '', ms, facts].join('|')
  return createHash('sha256').update(before).update(line, 'utf8').update(createHash('sha256').update(words ?? Buffer.alloc(0)).digest()).digest()
}

/** Goes through a chain from its first line to its head, and gives back the first thing that is not what was written. For every chain there is: of a concern, and of a concern about an adult. */
export function walkChain(lines: readonly Line[], id: string, head: { length: number; hash: Uint8Array }): { brokenAt: number; why: string } | null {
  let before: Buffer = Buffer.alloc(32)
  for (const [index, line] of lines.entries()) {
    if (line.number !== index + 1) return { brokenAt: index + 1, why: 'A line is missing.' }
    before = linkAfter(before, line, id)
    if (!before.equals(line.hash)) return { brokenAt: line.number, why: 'This line is not what was written.' }
  }
  return head.length === lines.length && before.equals(head.hash) ? null : { brokenAt: lines.length + 1, why: 'Lines at the end are missing.' }
}

/** Where a case stands, as its lines say: the same that `app.add_to_chronology` keeps on the head. */
export function whereItStands(lines: readonly Line[]) {
  const now = { state: 'waiting' as CaseState, caseLevel: null as CaseLevel | null, holderId: null as string | null, reviewOn: null as string | null, categories: [] as string[] }
  let [wasHigh, isCalled] = [false, false]
  for (const { kind, byId, facts: text } of lines.slice(1)) {
    const facts = JSON.parse(text) as { level?: CaseLevel; decision?: string; stillWaiting?: boolean; toId?: string; reviewOn?: string; categories?: string[] }
    now.state = stateAfter(now.state, kind as StepKind, { ...facts, level: wasHigh ? 'high' : now.caseLevel }) ?? now.state
    if (kind === 'triaged') {
      now.caseLevel = facts.level ?? null
      wasHigh ||= needsSecond(now.caseLevel)
    }
    // What whoever raised it called it counts until somebody who keeps the case has said.
    if (facts.categories && (kind === 'categorised' || !isCalled)) now.categories = facts.categories
    isCalled ||= kind === 'categorised'
    if (kind === 'taken-on' || kind === 'reopened') now.holderId = byId
    if (kind === 'handed-over') now.holderId = facts.toId ?? null
    now.reviewOn = ['closed', 'duplicate', 'transferred'].includes(now.state) ? null : (facts.reviewOn ?? now.reviewOn)
  }
  return now
}
