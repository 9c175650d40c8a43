import type { Tx } from '../db/transaction.server.ts'
import type { Line } from './fold-lines.server.ts'

type Says = Record<string, string | boolean | null>
type Row = { table: string; key: string; says: Says; ms: bigint | null; endedMs: bigint | null }
type Expected = { number: number; says: Says; ms: bigint | null; endedMs: bigint | null; endedNumber?: number }
export type RowTrouble = { brokenAt: number | null; row: string; why: string }

/** How far a row's own time may lie from its line's: both are written in one transaction, which is over after fifteen seconds. */
const apart = 60_000n

/** The rows that hang on a case and say who reads it, who was told, what is to be done: each against the line that wrote it. Gives back the first that is not so. */
export async function verifyRows(tx: Tx, concernId: string, lines: readonly Line[]): Promise<RowTrouble | null> {
  const expected = rowsOfLines(lines)
  const found = new Map((await rowsOf(tx, concernId)).map((row) => [`${row.table} ${row.key}`.trim(), row]))
  for (const [row, said] of expected) {
    const there = found.get(row)
    const brokenAt = said.number
    if (!there) return { brokenAt, row, why: 'This row is missing.' }
    if (Object.entries(said.says).some(([name, value]) => there.says[name] !== value)) return { brokenAt: said.endedNumber ?? brokenAt, row, why: 'This row is not what its line says.' }
    if (isFar(said.ms, there.ms) || isFar(said.endedMs, there.endedMs)) return { brokenAt: said.endedNumber ?? brokenAt, row, why: 'This row is of another time than its line.' }
  }
  for (const row of found.keys()) if (!expected.has(row)) return { brokenAt: null, row, why: 'No line says so.' }
  return null
}

const isFar = (said: bigint | null, there: bigint | null) => said !== null && (there === null || there - said > apart || said - there > apart)

type Facts = { destructionId?: string; keptFrom?: string[]; people?: string[]; told?: string[]; personId?: string; actionId?: string; ownerId?: string; dueOn?: string; what?: string; firstStep?: string }

/** The rows there have to be, by table and key, as the lines say. */
function rowsOfLines(lines: readonly Line[]): Map<string, Expected> {
  const rows = new Map<string, Expected>()
  for (const { id, number, kind, byId, ms, organisationId, facts: text } of lines) {
    const facts = JSON.parse(text) as Facts
    const add = (row: string, says: Says, at: bigint | null = ms) => rows.set(row, { number, says: { organisationId, ...says }, ms: at, endedMs: null })
    // Told twice is one row, of the first time.
    for (const personId of [...(facts.people ?? []), ...(facts.told ?? [])]) if (!rows.has(`ConcernAlert ${personId}`)) add(`ConcernAlert ${personId}`, {})
    switch (kind) {
      case 'raised': for (const personId of facts.keptFrom ?? []) add(`ConcernKeptFrom ${personId}`, {}, null); break
      case 'received': if (!rows.has('ConcernReceipt')) add('ConcernReceipt', { byId }); break
      case 'taken-on': add('TakingOn', { byId, ...(facts.firstStep ? { firstStep: facts.firstStep } : {}) }); break
      case 'action-set': add(`CaseAction ${facts.actionId}`, { byId, ownerId: facts.ownerId!, dueOn: facts.dueOn!, what: facts.what! }); break
      case 'action-done': case 'action-dropped': add(`CaseActionEnd ${facts.actionId}`, { byId, isDone: kind === 'action-done' }); break
      case 'brought-in': add(`CaseReader ${id}`, { byId, personId: facts.personId!, endedById: null }); break
      case 'broke-glass': add(`GlassBroken ${id}`, { personId: byId, minutes: '60' }); break
      case 'destroyed': add('ConcernDestroyed', { destructionId: facts.destructionId! }); break
      case 'let-in': rows.delete(`ConcernKeptFrom ${facts.personId}`); break
      case 'let-go': case 'kept-from':
        for (const [row, reader] of rows) if (row.startsWith('CaseReader ') && reader.says.personId === facts.personId && reader.says.endedById === null) {
          reader.says.endedById = byId
          reader.endedMs = ms
          reader.endedNumber = number
        }
        if (kind === 'kept-from') add(`ConcernKeptFrom ${facts.personId}`, {}, null)
    }
  }
  return rows
}

const rowsOf = (tx: Tx, concernId: string) => tx.$queryRaw<Row[]>`
  SELECT r."table", r.key, r.says, (extract(epoch FROM r.at) * 1000)::bigint AS ms, (extract(epoch FROM r."endedAt") * 1000)::bigint AS "endedMs" FROM (
    SELECT "concernId", 'CaseAction' AS "table", id::text AS key, jsonb_build_object('organisationId', "organisationId", 'byId', "byId", 'ownerId', "ownerId", 'dueOn', "dueOn"::text, 'what', encode(sha256(what), 'hex')) AS says, at, NULL::timestamptz AS "endedAt" FROM "CaseAction"
    UNION ALL SELECT a."concernId", 'CaseActionEnd', e."actionId"::text, jsonb_build_object('organisationId', e."organisationId", 'byId', e."byId", 'isDone', e."isDone"), e.at, NULL FROM "CaseActionEnd" e JOIN "CaseAction" a ON a.id = e."actionId"
    UNION ALL SELECT "concernId", 'CaseReader', id::text, jsonb_build_object('organisationId', "organisationId", 'byId', "byId", 'personId', "personId", 'endedById', "endedById"), at, "endedAt" FROM "CaseReader"
    UNION ALL SELECT "concernId", 'GlassBroken', id::text, jsonb_build_object('organisationId', "organisationId", 'personId', "personId", 'minutes', (extract(epoch FROM until - at) / 60)::int::text), at, NULL FROM "GlassBroken"
    UNION ALL SELECT "concernId", 'ConcernDestroyed', '', jsonb_build_object('organisationId', "organisationId", 'destructionId', "destructionId"), at, NULL FROM "ConcernDestroyed"
    UNION ALL SELECT "concernId", 'ConcernKeptFrom', "personId"::text, jsonb_build_object('organisationId', "organisationId"), NULL, NULL FROM "ConcernKeptFrom"
    UNION ALL SELECT "concernId", 'ConcernAlert', "personId"::text, jsonb_build_object('organisationId', min("organisationId"::text)), min(at), NULL FROM "ConcernAlert" GROUP BY "concernId", "personId"
    UNION ALL SELECT "concernId", 'ConcernReceipt', '', jsonb_build_object('organisationId', "organisationId", 'byId', "byId"), at, NULL FROM "ConcernReceipt"
    UNION ALL SELECT "concernId", 'TakingOn', '', jsonb_build_object('organisationId', "organisationId", 'byId', "byId", 'firstStep', encode(sha256("firstStep"), 'hex')), at, NULL FROM "TakingOn"
  ) r WHERE r."concernId" = ${concernId}::uuid ORDER BY r."table", r.key`
