import type { OriginKind } from '#prisma/generated/enums.ts'

/** What somebody had before them when they raised a concern: a kind and an id, as an address and a form carry it ("meeting:0199…"). */
export type Origin = { kind: OriginKind; source: string }

const kinds: readonly OriginKind[] = ['journal_entry', 'shared_entry', 'unit', 'meeting', 'pair']
const shape = /^([a-z_]{1,20}):([a-z0-9-]{1,80}(?:\/[a-z0-9-]{1,80})?)$/

/** Null for anything that does not fit: a concern is never lost for a detail. */
export function originOf(text: string | null | undefined): Origin | null {
  const [, name, source] = shape.exec(text ?? '') ?? []
  const kind = kinds.find((one) => one === name)
  return kind && source ? { kind, source } : null
}

/** The way to say something from here: first whether anybody is in danger, then the form. */
export const worriedFrom = (kind: OriginKind, source: string): string => `/worried?from=${kind}:${source}`
