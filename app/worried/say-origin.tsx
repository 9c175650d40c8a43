import type { OriginKind } from '#prisma/generated/enums.ts'
import { When } from '#app/ui/when.tsx'

export type Origin = { kind: OriginKind; name: string | null; at: Date | string | null }

/** Where a concern comes from, inside a sentence: "a journal entry of 12 November". */
export function SayOrigin({ origin: { kind, name, at }, isMine = false }: { origin: Origin; isMine?: boolean }) {
  const day = at && <When at={at} day within />
  switch (kind) {
    case 'journal_entry': return <>{isMine ? 'your' : 'a'} journal entry of {day}</>
    case 'shared_entry': return <>the journal entry {name ?? 'a mentor'} shared {day}</>
    case 'unit': return <>the unit “{name ?? 'taken out since'}”</>
    case 'meeting': return <>the supervision meeting{name && <> of {name}</>}, {day}</>
    case 'pair': return <>mentoring with {name ?? 'a mentee'}</>
  }
}

const backTo: Record<OriginKind, { path: string; label: string }> = {
  journal_entry: { path: '/journal/', label: 'Your entry' }, shared_entry: { path: '/journal/shared/', label: 'The entry' }, unit: { path: '/learn/', label: 'The unit' },
  meeting: { path: '/rooms/', label: 'The room' }, pair: { path: '', label: 'Today' },
}
/** The way back to it. */
export const backToOrigin = ({ kind, source }: { kind: OriginKind; source: string }) =>
  ({ to: kind === 'pair' ? '/' : `${backTo[kind].path}${source}`, label: backTo[kind].label })
