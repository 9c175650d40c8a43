import { randomBytes } from 'node:crypto'
import type { Tx } from '../db/transaction.server.ts'
import { NotFound } from '../errors.ts'
import { decrypt, encrypt } from './envelope.server.ts'
import { newestWrappingKey, unwrap } from './wrapping-keys.server.ts'

/** A row with sealed columns. */
export type SealedRow = { table: string; id: string; organisationId: string }

const about = (table: string, column: string, id: string) => `${table}|${column}|${id}`
const aboutKey = (table: string, id: string) => `RowKey|${table}|${id}`

/** Makes the key of a new row, and gives back what seals its columns under it. */
export async function sealNew(tx: Tx, row: SealedRow) {
  const wrapping = await newestWrappingKey(tx, row.organisationId)
  const { wrapped, seal } = sealUnder(wrapping, row)
  await tx.rowKey.createMany({ data: [{ rowId: row.id, ofTable: row.table, wrappingKeyId: wrapping.id, wrapped }] })
  return seal
}

/** The same where no table of keys is within reach: the new row's key, wrapped, for a function of the database to put there, and what seals under it. */
export function sealUnder(wrapping: Parameters<typeof unwrap>[0], row: Omit<SealedRow, 'organisationId'>) {
  const key = randomBytes(32)
  return {
    wrapped: encrypt(unwrap(wrapping), key, aboutKey(row.table, row.id)),
    seal: (column: string, text: string | Uint8Array) => encrypt(key, typeof text === 'string' ? Buffer.from(text) : text, about(row.table, column, row.id)),
  }
}

/** Seals a further text of a row that has its key already. Every sealing has a nonce of its own. */
export async function sealAgain(tx: Tx, table: string, id: string) {
  const key = (await rowKeys(tx, table, [id])).get(id)
  if (!key) throw new NotFound()
  return (column: string, text: string) => encrypt(key, Buffer.from(text), about(table, column, id))
}

/**
 * Opens sealed columns of these rows: one query for all their keys. What you may not see has no key for you; what was erased has none for
 * anybody. Either opens as null.
 */
export async function opener(tx: Tx, table: string, ids: readonly string[]) {
  const keys = await rowKeys(tx, table, ids)
  return (id: string, column: string, sealed: Uint8Array | null | undefined): string | null => {
    const key = keys.get(id)
    return key && sealed ? decrypt(key, sealed, about(table, column, id)).toString() : null
  }
}

/** Opens the one sealed column of a row that holds bytes and no words. Null where there is no key for this viewer, or for anybody. */
export async function openBytes(tx: Tx, table: string, id: string, column: string, sealed: Uint8Array): Promise<Buffer | null> {
  const key = (await rowKeys(tx, table, [id])).get(id)
  return key ? decrypt(key, sealed, about(table, column, id)) : null
}

/** A row's key, taken from under one wrapping key and put under another. What it seals does not change. */
export const rewrapRowKey = (row: { ofTable: string; rowId: string; wrapped: Uint8Array }, from: Uint8Array, to: Uint8Array) =>
  encrypt(to, decrypt(from, row.wrapped, aboutKey(row.ofTable, row.rowId)), aboutKey(row.ofTable, row.rowId))

/** The same for rows of several tables at once, still in one query: for pages that show many kinds of words together. */
export async function openerOf(tx: Tx, rows: readonly { table: string; id: string }[]) {
  const found = rows.length === 0 ? [] : await tx.$queryRaw<FoundKey[]>`
    SELECT r."rowId", r."ofTable", r.wrapped, k.id, k."organisationId", k.wrapped AS "keyWrapped", k."masterKeyId"
    FROM unnest(${rows.map((row) => row.table)}::text[], ${rows.map((row) => row.id)}::uuid[]) AS asked ("table", id)
    JOIN "RowKey" r ON r."ofTable" = asked."table" AND r."rowId" = asked.id JOIN "WrappingKey" k ON k.id = r."wrappingKeyId"`
  const keys = new Map(found.map((row) => [aboutKey(row.ofTable, row.rowId), keyOf(row)]))
  return (table: string, id: string, column: string, sealed: Uint8Array | null | undefined): string | null => {
    const key = keys.get(aboutKey(table, id))
    return key && sealed ? decrypt(key, sealed, about(table, column, id)).toString() : null
  }
}

type FoundKey = { rowId: string; ofTable: string; wrapped: Uint8Array; id: string; organisationId: string | null; keyWrapped: Uint8Array; masterKeyId: string }

async function rowKeys(tx: Tx, table: string, ids: readonly string[]): Promise<Map<string, Buffer>> {
  const found = ids.length === 0 ? [] : await tx.$queryRaw<FoundKey[]>`
    SELECT r."rowId", r."ofTable", r.wrapped, k.id, k."organisationId", k.wrapped AS "keyWrapped", k."masterKeyId"
    FROM "RowKey" r JOIN "WrappingKey" k ON k.id = r."wrappingKeyId" WHERE r."rowId" = ANY (${[...ids]}::uuid[]) AND r."ofTable" = ${table}`
  return new Map(found.map((row) => [row.rowId, keyOf(row)] as const))
}

const keyOf = ({ rowId, ofTable, wrapped, keyWrapped, ...wrapping }: FoundKey): Buffer => decrypt(unwrap({ ...wrapping, wrapped: keyWrapped }), wrapped, aboutKey(ofTable, rowId))
