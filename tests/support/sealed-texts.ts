import { databaseUrl } from '#modules/db/clients.server.ts'
import { decrypt } from '#modules/crypto/envelope.server.ts'
import { unwrap } from '#modules/crypto/wrapping-keys.server.ts'
import { readSchema } from './schema.ts'
import { onServer } from './template.ts'

export type SealedText = { table: string; column: string; id: string; organisationId: string; text: string }
type KeyRow = { rowId: string; ofTable: string; rowKey: Buffer; id: string; organisationId: string | null; wrapped: Buffer; masterKeyId: string }

/** Every sealed text of the database, opened with all the keys: for tests that look for them where they must not be. */
export async function sealedTexts(): Promise<SealedText[]> {
  const { rows: keys } = await onServer(databaseUrl(), `SELECT r."rowId", r."ofTable", r.wrapped AS "rowKey", k.id, k."organisationId", k.wrapped, k."masterKeyId" FROM "RowKey" r JOIN "WrappingKey" k ON k.id = r."wrappingKeyId"`) as { rows: KeyRow[] }
  const opened = new Map(keys.map((key) => [key.rowId, decrypt(unwrap(key), key.rowKey, `RowKey|${key.ofTable}|${key.rowId}`)]))
  const found: SealedText[] = []
  for (const { table, name } of readSchema().columns.filter(({ type, dataClass }) => type === 'Bytes' && ['sensitive', 'safeguarding'].includes(dataClass))) {
    const { rows } = await onServer(databaseUrl(), `SELECT to_jsonb(t) AS row, "${name}" AS sealed FROM "${table}" t WHERE "${name}" IS NOT NULL`) as { rows: { row: Record<string, string>; sealed: Buffer }[] }
    for (const { row, sealed } of rows) {
      const id = row.id ?? row.meetingId ?? row.awardId ?? row.concernId!
      const key = opened.get(id)
      // A taking on is sealed with its concern's key, and so for the concern.
      const of = keys.find((one) => one.rowId === id)?.ofTable ?? table
      // What is sealed for the house (a kept form) has no key of its own row.
      if (!key) continue
      try {
        found.push({ table: of, column: name, id, organisationId: row.organisationId!, text: decrypt(key, sealed, `${of}|${name}|${id}`).toString() })
      } catch (cause) {
        throw new Error(`${table}.${name} of ${id} does not open with its own key`, { cause })
      }
    }
  }
  return found
}

/** The longest stretch of a text that reads the same in HTML, in JSON and in a dump: what to look for. Nothing, where it would be found by chance. */
export const trace = (text: string): string | undefined => {
  const longest = text.split(/["'&<>\\{}[\]:\n]/).map((part) => part.trim()).sort((one, other) => other.length - one.length)[0] ?? ''
  return longest.length >= 16 ? longest : undefined
}
