import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { placeOf, type DatabaseRole } from '#modules/db/roles.server.ts'
import { climbAdults } from '#modules/adults/climb-adults.server.ts'
import { climbWhatWaits } from '#modules/safeguarding/climb.server.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { aRoomFullOfAnswers } from '#tests/support/a-taught-sitting.ts'
import { theDemo } from '#tests/support/the-demo.ts'
import { peopleRules } from '#tests/support/who-sees/people.ts'
import { rowKeyRule, safeguardingRules } from '#tests/support/who-sees/safeguarding.ts'
import { workRules } from '#tests/support/who-sees/work.ts'
import { Eyes, theWorld, type Looker, type Rule, type World } from '#tests/support/who-sees/world.ts'

// Every person of the demo, a mentee on a visit, somebody who has left and a stranger × every table, in direct SQL as the role `app`. What
// they should see is worked out from all the rows by rules written in tests/support/who-sees; a new table without a rule fails.
const rules: Record<string, Rule> = { ...peopleRules, ...workRules, ...safeguardingRules, RowKey: rowKeyRule }
const stranger = '00000000-0000-7000-8000-000000000000'

let world: World
let lookers: Looker[]
const clients = new Map<DatabaseRole, pg.Client>()

beforeAll(async () => {
  const demo = await theDemo()
  const { people } = demo
  await aRoomFullOfAnswers(demo)
  // Only time lets a concern climb, and nothing dates one back: so a working day goes by, and those on the rungs above come to know.
  await moveClock('9 hours')
  await climbWhatWaits()
  await climbAdults()
  await moveClock('0')
  world = await theWorld()
  lookers = [
    ...Object.entries(people).map(([called, { id }]) => ({ called, person: id })),
    ...(world.tables.get('Mentee') ?? []).slice(0, 3).map(({ id }) => ({ called: `mentee ${id!}`, mentee: id! })),
    { called: 'a stranger', person: stranger },
  ]
  for (const role of ['app', 'door', 'system'] as const) {
    const client = new pg.Client(placeOf(databaseUrl(), role))
    await client.connect()
    clients.set(role, client)
  }
}, 180_000)
afterAll(() => Promise.all([...clients.values()].map((client) => client.end())))

const keyOf = (table: string, row: Record<string, unknown>) => world.keys.get(table)!.map((column) => String(row[column])).join(' ')

/** The keys of the rows of this table that exist for this one; none where the table itself is out of reach. */
async function seen(role: DatabaseRole, { person = '', mentee = '' }: Partial<Looker>, table: string): Promise<string[]> {
  const client = clients.get(role)!
  await client.query('BEGIN READ ONLY')
  try {
    await client.query(`SELECT set_config('app.viewer', $1, true), set_config('app.visitor', $2, true)`, [person, mentee])
    const { rows } = await client.query<Record<string, unknown>>(`SELECT ${world.keys.get(table)!.map((column) => `"${column}"::text`).join(', ')} FROM "${table}"`)
    return rows.map((row) => keyOf(table, row)).sort()
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return []
    throw error
  } finally {
    await client.query('ROLLBACK')
  }
}

test('every table has a rule here, and every rule a table', () => {
  expect(Object.keys(rules).sort()).toEqual([...world.tables.keys()].sort())
})

test('everybody sees exactly what is theirs to see, in every table', async () => {
  const wrong: string[] = []
  let looks = 0
  for (const looker of lookers) {
    const eyes = new Eyes(world, looker)
    for (const [table, rows] of world.tables) {
      const allowed = new Set(rows.filter((row) => rules[table]!(row, eyes)).map((row) => keyOf(table, row)))
      const found = await seen('app', looker, table)
      looks += 1
      const leaked = found.filter((key) => !allowed.has(key))
      const missing = [...allowed].filter((key) => !found.includes(key))
      if (leaked.length) wrong.push(`${looker.called} sees ${leaked.length} of ${table} that are not theirs: ${leaked.slice(0, 3).join(', ')}`)
      if (missing.length) wrong.push(`${looker.called} misses ${missing.length} of ${table}: ${missing.slice(0, 3).join(', ')}`)
    }
  }
  expect(wrong).toEqual([])
  expect(looks).toBe(lookers.length * world.tables.size)
}, 120_000)

test('with nobody looking, app finds no row at all', async () => {
  for (const table of world.tables.keys()) expect(await seen('app', {}, table), table).toEqual([])
})

test('the door finds identity, and nothing beyond', async () => {
  const identity = ['Authenticator', 'Ceremony', 'ExternalIdentity', 'HelpBackIn', 'IdentityProvider', 'Invitation', 'JoinCode', 'Membership', 'MenteeCode', 'MenteeVisit', 'Organisation', 'Passkey',
    'Password', 'Person', 'RateLimit', 'RecoveryCode', 'Session', 'SignInName', 'Stash', 'WrappingKey']
  for (const table of world.tables.keys()) if (!identity.includes(table)) expect(await seen('door', {}, table), table).toEqual([])
  const houseKeys = world.tables.get('WrappingKey')!.filter((row) => row.organisationId === null).map((row) => row.id)
  expect(await seen('door', {}, 'WrappingKey')).toEqual(houseKeys.sort())
})

test('nobody at runtime can become another, or switch the policies off', async () => {
  const { people } = await theDemo()
  for (const [role, client] of clients) {
    for (const sql of ['SET ROLE owner', 'SET SESSION AUTHORIZATION owner', 'ALTER TABLE "Concern" DISABLE ROW LEVEL SECURITY', 'DROP POLICY readers ON "Concern"', 'CREATE TABLE public.theirs ()', 'SELECT * FROM pg_authid'])
      await expect(client.query(sql), `${role}: ${sql}`).rejects.toMatchObject({ code: '42501' })
    // Postgres refuses a query that the policies would change, rather than answer it without them.
    await client.query('BEGIN')
    await client.query('SET LOCAL row_security = off')
    await expect(client.query(`SELECT set_config('app.viewer', '${people.amara!.id}', true); SELECT "personId" FROM "JournalEntry"`), role).rejects.toMatchObject({ code: '42501' })
    await client.query('ROLLBACK')
  }
})

test('the demo has something of everything, so that a rule is not true for want of rows', () => {
  // Made only by somebody at a device, by the clock, or kept for minutes.
  const maybeEmpty = ['KeptLonger', 'Destruction', 'DestructionItem', 'ConcernDestroyed', 'AdultDestroyed', 'AdultGap', 'CaseClimb', 'Authenticator', 'Ceremony', 'ExternalIdentity', 'Heartbeat', 'IdentityProvider', 'JournalOtherText', 'MenteeVisit', 'Passkey', 'RateLimit', 'RecoveryCode', 'Session', 'Stash', 'ContactAddress', 'SafetyReminder', 'Countersignature', 'VettingWarning']
  expect([...world.tables].filter(([table, rows]) => !rows.length && !maybeEmpty.includes(table)).map(([table]) => table)).toEqual([])
})
