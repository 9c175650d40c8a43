import { expect, test } from 'vitest'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { blanked } from '#modules/log.server.ts'
import { classes, readSchema } from '#tests/support/schema.ts'
import { onServer } from '#tests/support/template.ts'

const { columns, tablesWithoutWords } = readSchema()
const named = ({ table, name }: { table: string; name: string }) => `${table}.${name}`
/** Bytes that are a digest or a chain's link, not a sealed text. */
const isDigest = (name: string) => /hash$/i.test(name)

test('the schema was read', () => {
  expect(columns.length).toBeGreaterThan(200)
})

test('every table says what it is', () => {
  expect(tablesWithoutWords).toEqual([])
})

test('every column begins with its data class, and says what it is', () => {
  expect(columns.filter(({ comment }) => !new RegExp(`^(${classes.join('|')}): \\S`).test(comment)).map(named)).toEqual([])
})

test('a sealed column holds what is sensitive; a digest does not have to', () => {
  const bytes = columns.filter(({ type, name }) => type === 'Bytes' && !isDigest(name))
  expect(bytes.length).toBeGreaterThan(10)
  expect(bytes.filter(({ dataClass }) => !['sensitive', 'safeguarding', 'credential'].includes(dataClass)).map(named)).toEqual([])
})

test("somebody's own words are never stored in the open: free text that is sensitive or of safeguarding is sealed", () => {
  expect(columns.filter(({ type, dataClass, isId }) => type === 'String' && !isId && ['sensitive', 'safeguarding'].includes(dataClass)).map(named)).toEqual([])
})

test('the log keeps out every name that holds somebody\'s words, name or secret', () => {
  // A name that is public elsewhere (an organisation's name) is blanked all the same: the log cannot tell whose it is.
  const secret = columns.filter(({ dataClass, name }) => !['public', 'internal'].includes(dataClass) && name !== 'personId')
  expect([...new Set(secret.filter(({ name }) => !(blanked as readonly string[]).includes(name)).map(named))]).toEqual([])
})

test('of what safeguarding, checks and roles rest on, whoever asks as app chooses no moment: the database says when it was', async () => {
  const { rows } = await onServer(databaseUrl(), `SELECT format('%s.%s', c.relname, a.attname) AS moment FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relname ~ '^(Act$|Agency|Case|Concern|Chronology|LegalHold|Membership|ReceiptCode|ReportingDuty|TakingOn|Vetting|Webhook|Destruction|KeptLonger|Glass)'
      AND pg_get_expr(d.adbin, d.adrelid) LIKE '%now()%' AND has_column_privilege('app', c.oid, a.attnum, 'INSERT') ORDER BY 1`)
  expect((rows as { moment: string }[]).map(({ moment }) => moment)).toEqual([])
})
