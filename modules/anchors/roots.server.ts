import { createHash } from 'node:crypto'

/** How far a chronology had come, and its newest link then. */
export type Anchored = { concernId: string; length: number; hash: Uint8Array }
/** One setting's part of a day's root. */
export type SettingPart = { organisationId: string; heads: number; hash: Uint8Array }

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const inOrder = <Row>(rows: readonly Row[], idOf: (row: Row) => string) => [...rows].sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1))

/** A setting's part: SHA-256 over a line for each chronology, `concern|length|link`, in the order of their ids. The same as `app.anchor_heads`. */
export const partOf = (heads: readonly Anchored[]): Buffer =>
  createHash('sha256').update(inOrder(heads, (head) => head.concernId).map(({ concernId, length, hash }) => `${concernId}|${length}|${hex(hash)}\n`).join('')).digest()

/** A day's root: SHA-256 over the root of the day before, the day, and a line for each setting, `setting|heads|part`. The same as `app.anchor_heads`. */
export const rootOf = (before: Uint8Array, day: string, parts: readonly SettingPart[]): Buffer =>
  createHash('sha256').update(before).update(`${day}\n${inOrder(parts, (part) => part.organisationId).map(({ organisationId, heads, hash }) => `${organisationId}|${heads}|${hex(hash)}\n`).join('')}`).digest()

/** What the chain of days begins with. */
export const beforeAll = Buffer.alloc(32)
