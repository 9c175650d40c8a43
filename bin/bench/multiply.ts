import { createHash } from 'node:crypto'
import type pg from 'pg'
import { decrypt, encrypt } from '#modules/crypto/envelope.server.ts'
import { unwrap } from '#modules/crypto/wrapping-keys.server.ts'

// Makes the demo programme bigger in the bench's own database, as its administrator: every row is copied with new ids. The words in it are
// sealed again for their new place, so that pages open as many as they would in life. Nothing but the bench may do this.

// What belongs to one device or one letter, and what a setting has once, is not copied; nor is duty, or a concern would go to a hundred adults.
const once = new Set(['Organisation', 'WrappingKey', 'RowKey', 'Term', 'ClockTarget', 'StaffedHours', 'ClosedDays', 'HolidayMade', 'Duty', 'Absence', 'ConcernCategory', 'Agency', 'AgencyCheck', 'ReportingDuty', 'VettingCheck', 'VettingCheckStruck', 'VettingRule', 'VettingNeed', 'VettingWarning', 'DayRoot', 'SettingRoot', 'AnchoredHead', 'ToldTotal', 'GlassBroken', 'CaseClimb', 'Webhook', 'WebhookSecret', 'WebhookSeen', 'ClockActSeen', 'LegalHold', 'KeptLonger', 'Destruction', 'DestructionItem', 'ConcernDestroyed', 'AdultConcern', 'AdultSharer', 'AdultOrigin', 'AdultKeptFrom', 'AdultTold', 'AdultClimb', 'AdultHead', 'AdultLine', 'AdultAttempt', 'Session', 'RateLimit', 'Stash', 'Ceremony', 'Invitation', 'JoinCode', 'MenteeCode', 'MenteeVisit',
  'Passkey', 'Authenticator', 'RecoveryCode', 'ExternalIdentity', 'IdentityProvider', 'Password', 'ContactAddress', 'HelpBackIn', 'RetentionRule', 'LineKind',
  'SettingPolicy', 'UnitVersion', 'GuideVersion', 'Specification', 'SpecificationUnit', 'LearningOutcome', 'Criterion', 'ClaimDetails', 'ClaimTemplate', 'ClaimBatch', 'Claim', 'ClaimState',
  'Adjustment', 'AdjustmentAnswer', 'Appeal', 'AppealTaking', 'AppealOutcome', 'MalpracticeCase', 'MalpracticeNote', 'MalpracticeEnd',
  'Award', 'AwardTakenBack', 'BadgeParentsYes', 'BadgePublication', 'BadgeKey'])
// Here the copies are more of the same people's: a journal, and a setting's concerns, grow with the years. Each copy is some hours older.
const samePeople = /^(Journal|Concern|TakingOn|Chronology)/

const newIdOf = (id: string, copy: number) => {
  const hex = createHash('md5').update(`${id}${copy}`).digest('hex').replace(/^(.{12}).(.{3})./, '$17$2a')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Puts the rows aside that copies are made of. */
export async function rememberOriginals(client: pg.Client) {
  const { rows } = await client.query<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname !~ '^_'`)
  // A table that knows its rows by the hash of a secret holds what one device or one letter was given.
  const { rows: bySecret } = await client.query<{ name: string }>(`SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) WHERE i.indisunique AND a.atttypid = 'bytea'::regtype`)
  const secret = new Set(bySecret.map(({ name }) => name))
  const tables = rows.map(({ name }) => name).filter((name) => !once.has(name) && !secret.has(name))
  await client.query(`
    CREATE SCHEMA bench;
    CREATE FUNCTION bench.copy(id uuid, k int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT regexp_replace(md5(id::text || k), '^(.{12}).(.{3}).', '\\17\\2a')::uuid $$;
    ${[...tables, 'RowKey'].map((table) => `CREATE TABLE bench."${table}" AS TABLE public."${table}";`).join('\n')}`)
}

/** Copies number `from` to `to` of everything. */
export async function multiply(client: pg.Client, from: number, to: number) {
  const { rows: columns } = await client.query<{ table: string; name: string; type: string }>(
    `SELECT table_name AS "table", column_name AS name, udt_name AS type FROM information_schema.columns WHERE table_schema = 'bench' ORDER BY table_name, ordinal_position`)
  const { rows: people } = await client.query<{ name: string }>(
    `SELECT DISTINCT a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE a.attname IN ('personId', 'byId', 'raisedById', 'withId', 'fromId', 'raisedByMenteeId')`)
  const tables = [...new Set(columns.map(({ table }) => table))].filter((table) => table !== 'RowKey')
  const person = new Set(people.map(({ name }) => name))
  await client.query('BEGIN; SET LOCAL session_replication_role = replica')
  for (const table of tables) {
    const isSame = samePeople.test(table)
    const given = columns.filter((column) => column.table === table).map(({ name, type }) => {
      const own = `o."${name}"`
      if (type === 'uuid') return /^((from)?organisationId|specificationId|criterionId|policyId)$/i.test(name) || (isSame && person.has(name)) ? own : `bench.copy(${own}, k)`
      if (type === 'timestamptz' && isSame) return `${own} - k * interval '3 hours'`
      // Nobody shares these with anybody.
      if (name === 'username' || name === 'birdName') return `${own} || '-' || k`
      // A setting has more young people, not a hundred heads.
      return table === 'Membership' && name === 'role' ? `'mentor'` : own
    })
    const names = columns.filter((column) => column.table === table).map(({ name }) => `"${name}"`)
    await client.query(`INSERT INTO public."${table}" (${names.join(', ')}) SELECT ${given.join(', ')} FROM bench."${table}" o, generate_series(${from}, ${to}) k`)
  }
  await sealForTheirPlace(client, columns.filter(({ table, name, type }) => table !== 'RowKey' && type === 'bytea' && name !== 'hash'), from, to)
  await client.query('COMMIT')
  await client.query('ANALYZE')
}

type KeyRow = { rowId: string; ofTable: string; rowKey: Buffer; wrappingKeyId: string; id: string; organisationId: string | null; wrapped: Buffer; masterKeyId: string }

async function sealForTheirPlace(client: pg.Client, sealed: { table: string; name: string }[], from: number, to: number) {
  const { rows: keys } = await client.query<KeyRow>(
    `SELECT r."rowId", r."ofTable", r.wrapped AS "rowKey", r."wrappingKeyId", k.id, k."organisationId", k.wrapped, k."masterKeyId" FROM bench."RowKey" r JOIN "WrappingKey" k ON k.id = r."wrappingKeyId"`)
  const copies = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const opened = new Map(keys.map((key) => [key.rowId, { ...key, secret: decrypt(unwrap(key), key.rowKey, `RowKey|${key.ofTable}|${key.rowId}`) }]))
  const copied = keys.flatMap((key) => copies.map((copy) => {
    const id = newIdOf(key.rowId, copy)
    return { id, table: key.ofTable, wrapping: key.wrappingKeyId, wrapped: encrypt(unwrap(key), opened.get(key.rowId)!.secret, `RowKey|${key.ofTable}|${id}`) }
  }))
  await client.query(`INSERT INTO "RowKey" ("rowId", "ofTable", "wrappingKeyId", wrapped) SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::bytea[])`,
    [copied.map(({ id }) => id), copied.map(({ table }) => table), copied.map(({ wrapping }) => wrapping), copied.map(({ wrapped }) => wrapped)])

  for (const { table, name } of sealed) {
    const { rows } = await client.query<{ row: Record<string, string>; sealed: Buffer }>(`SELECT to_jsonb(o) AS row, "${name}" AS sealed FROM bench."${table}" o WHERE "${name}" IS NOT NULL`)
    const keyed = rows.flatMap(({ row, sealed }) => {
      const id = row.id ?? row.meetingId ?? row.concernId!
      const key = opened.get(id)
      if (!key) return []
      const text = decrypt(key.secret, sealed, `${key.ofTable}|${name}|${id}`)
      return copies.map((copy) => ({ id: newIdOf(id, copy), sealed: encrypt(key.secret, text, `${key.ofTable}|${name}|${newIdOf(id, copy)}`) }))
    })
    const by = rows[0] && ['id', 'meetingId', 'concernId'].find((column) => rows[0]!.row[column])
    if (by) await client.query(`UPDATE "${table}" t SET "${name}" = s.sealed FROM unnest($1::uuid[], $2::bytea[]) AS s (id, sealed) WHERE t."${by}" = s.id`, [keyed.map(({ id }) => id), keyed.map(({ sealed }) => sealed)])
  }
}
