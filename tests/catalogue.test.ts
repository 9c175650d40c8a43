import { beforeAll, expect, inject, test } from 'vitest'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { nextMigration } from '#modules/db/migrate.server.ts'
import { readSchema } from '#tests/support/schema.ts'
import { databaseNamed, onServer } from '#tests/support/template.ts'

const ask = async <Row>(sql: string) => (await onServer(databaseUrl(), sql)).rows as Row[]
const names = async (sql: string) => (await ask<{ name: string }>(sql)).map((row) => row.name)
const runtime = `'app', 'door', 'system'`
// The queue's schema is pg-boss's own and holds ids only; the tests' clock is in a schema that production does not have.
const ours = `n.nspname = 'public'`

let tables: string[]
beforeAll(async () => {
  tables = await names(`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ours} AND c.relkind IN ('r', 'p') ORDER BY 1`)
})

test('the database has the tables of the schema, and those of the migrations', () => {
  expect(tables).toEqual([...readSchema().tables, '_prisma_migrations'].sort())
})

test('row-level security is enabled on every table', async () => {
  expect(await names(`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ours} AND c.relkind IN ('r', 'p') AND NOT c.relrowsecurity`)).toEqual([])
})

test('every table has a policy', async () => {
  const guarded = new Set(await names(`SELECT DISTINCT tablename AS name FROM pg_policies WHERE schemaname = 'public'`))
  expect(tables.filter((table) => !guarded.has(table))).toEqual([])
})

test('no policy lets app in without asking who is looking', async () => {
  const open = await names(`SELECT tablename || '.' || policyname AS name FROM pg_policies
    WHERE schemaname = 'public' AND ('app' = ANY (roles) OR 'public' = ANY (roles)) AND (coalesce(qual, with_check) = 'true' OR 'public' = ANY (roles))`)
  expect(open).toEqual([])
})

test('the runtime roles own nothing, bypass nothing and belong to nobody', async () => {
  expect(await names(`SELECT rolname AS name FROM pg_roles WHERE rolname IN (${runtime}) AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`)).toEqual([])
  expect(await names(`SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname IN (${runtime})
    UNION SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner WHERE r.rolname IN (${runtime})
    UNION SELECT n.nspname::text FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner WHERE r.rolname IN (${runtime})
    UNION SELECT d.datname::text FROM pg_database d JOIN pg_roles r ON r.oid = d.datdba WHERE r.rolname IN (${runtime})`)).toEqual([])
  expect(await names(`SELECT member.rolname || ' in ' || whole.rolname AS name FROM pg_auth_members m
    JOIN pg_roles member ON member.oid = m.member JOIN pg_roles whole ON whole.oid = m.roleid WHERE member.rolname IN (${runtime})`)).toEqual([])
  expect(await names(`SELECT rolname || ' on ' || s AS name FROM pg_roles, unnest('{public,app,jobs}'::text[]) s WHERE rolname IN (${runtime}) AND has_schema_privilege(rolname, s, 'CREATE')`)).toEqual([])
})

// Says the ids of people whose names the viewer may see, and nothing else: the policy of "Person" is written with it (decision 0025).
const asOwner = ['people_assessed', 'people_known']

test('no view and no other table of ours that they may read goes round the policies, but those that are themselves a policy\'s', async () => {
  expect(await names(`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'app') AND c.relkind IN ('v', 'm', 'f') AND NOT coalesce(c.reloptions @> '{security_invoker=true}', false)
      AND EXISTS (SELECT FROM pg_roles r WHERE r.rolname IN (${runtime}) AND has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE')) ORDER BY 1`)).toEqual(asOwner)
  expect(await names(`SELECT a.attname || ' of ' || c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 WHERE c.relname = ANY ('{${asOwner.join()}}') ORDER BY 1`)).toEqual(asOwner.map((view) => `personId of ${view}`))
})

test('a function that works as owner has a fixed search path, and is not for everybody', async () => {
  expect(await names(`SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE p.prosecdef AND n.nspname IN ('public', 'app') AND NOT coalesce(array_to_string(p.proconfig, ',') ~ 'search_path=(public|app|pg_catalog)[a-z_, ]*pg_temp$', false)`)).toEqual([])
  expect(await names(`SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('public', 'app') AND EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0)
      AND (p.prosecdef OR n.nspname = 'app')`)).toEqual([])
})

const grantsOn = (table: string) => names(`
  SELECT grantee || ' ' || privilege_type AS name FROM information_schema.role_table_grants WHERE table_schema = 'public' AND table_name = '${table}' AND grantee IN (${runtime}, 'PUBLIC')
  UNION SELECT DISTINCT grantee || ' ' || privilege_type FROM information_schema.column_privileges WHERE table_schema = 'public' AND table_name = '${table}' AND grantee IN (${runtime}, 'PUBLIC') ORDER BY 1`)

test.each(['Act', 'ChronologyEntry', 'DayRoot', 'SettingRoot', 'AnchoredHead'])('%s is only ever added to', async (table) => {
  const grants = await grantsOn(table)
  expect(grants.length).toBeGreaterThan(0)
  expect(grants.filter((grant) => /UPDATE|DELETE|TRUNCATE|TRIGGER|REFERENCES/.test(grant))).toEqual([])
})

test('a concern, a receipt, a taking on, a climb: what is said of a child is never changed or taken away', async () => {
  for (const table of ['Concern', 'ConcernReceipt', 'TakingOn', 'ConcernClimb', 'CaseClimb', 'ConcernKeptFrom', 'ConcernAnswer', 'ConcernOrigin', 'AdultOrigin'])
    expect((await grantsOn(table)).filter((grant) => /UPDATE|DELETE|TRUNCATE/.test(grant)), table).toEqual([])
})

test('nobody at runtime may empty a table, or hang a trigger on it', async () => {
  expect(await names(`SELECT table_name || ': ' || grantee || ' ' || privilege_type AS name FROM information_schema.role_table_grants
    WHERE table_schema = 'public' AND (grantee = 'PUBLIC' OR (grantee IN (${runtime}) AND privilege_type IN ('TRUNCATE', 'TRIGGER', 'REFERENCES')))`)).toEqual([])
})

test('no constraint spares only the rows that are there, nor asks a function that may be written anew: a backup that holds an older row has to come back', async () => {
  expect(await names(`SELECT conrelid::regclass || ' ' || conname AS name FROM pg_constraint WHERE NOT convalidated`)).toEqual([])
  expect(await names(`SELECT k.conrelid::regclass || ' ' || k.conname AS name FROM pg_constraint k JOIN pg_depend d ON d.classid = 'pg_constraint'::regclass AND d.objid = k.oid AND d.refclassid = 'pg_proc'::regclass`)).toEqual([])
})

test('what belongs to an organisation says so, and an index leads with it or with the row it hangs on', async () => {
  expect(await names(`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE ${ours} AND c.relkind = 'r' AND a.attname = 'organisationId' AND NOT a.attnotnull AND c.relname NOT IN ('Act', 'WrappingKey')`)).toEqual([])
  expect(await names(`SELECT c.conrelid::regclass || ' ' || c.conname AS name FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE c.contype = 'f' AND ${ours} AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = ANY (c.conkey))`)).toEqual([])
})

test('the migrations lead to the schema: nothing is missing between them', async () => {
  const sql = await nextMigration(databaseNamed(inject('databaseServer'), 'postgres'))
  expect(sql.replace(/--.*\n?/g, '').trim()).toBe('')
})
