import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPeople } from '#modules/identity/demo-people.ts'
import { cookieOf, everyRoute, serveThis, type Route } from '#tests/support/app-under-test.ts'
import { sealedTexts, trace, type SealedText } from '#tests/support/sealed-texts.ts'
import { aRoomFullOfAnswers } from '#tests/support/a-taught-sitting.ts'
import { theDemo } from '#tests/support/the-demo.ts'
import { rowKeyRule, safeguardingRules } from '#tests/support/who-sees/safeguarding.ts'
import { peopleRules } from '#tests/support/who-sees/people.ts'
import { workRules } from '#tests/support/who-sees/work.ts'
import { Eyes, theWorld, type Row, type World } from '#tests/support/who-sees/world.ts'
import type { Cast } from '#prisma/demo/people.ts'

// Every page × every demo person and a stranger, also with the ids of what is not theirs. Whose it is comes from the same rules as role × table.
const rules = { ...peopleRules, ...workRules, ...safeguardingRules }

/** Which table an id in an address is of. A new parameter without a line here fails. */
const tableOf: Record<string, string> = {
  cohortId: 'Cohort', concernId: 'Concern', entryId: 'JournalEntry', meetingId: 'Meeting', groupId: 'SupervisionGroup', personId: 'Person', organisationId: 'Organisation', menteeId: 'Mentee',
  shareId: 'JournalShare', sessionId: 'CohortSession', joinCodeId: 'JoinCode', pairId: 'Pair', membershipId: 'Membership', invitationId: 'Invitation', passkeyId: 'Passkey',
  identityId: 'ExternalIdentity', keptId: 'Stash', providerId: 'IdentityProvider', helpId: 'HelpBackIn', specificationId: 'Specification', registrationId: 'Registration', criterionId: 'Criterion', evidenceId: 'Evidence', fileId: 'EvidenceFile', planId: 'SamplingPlan', sampledId: 'SampledDecision', actionId: 'QualityAction', openingId: 'ExternalOpening',
  batchId: 'ClaimBatch', claimId: 'Claim',
  awardId: 'Award', qualificationId: 'StaffQualification', checkId: 'VettingCheck',
  adjustmentId: 'Adjustment', decisionId: 'Decision', appealId: 'Appeal', caseId: 'MalpracticeCase', caseActionId: 'CaseAction', linkId: 'ConcernLink', categoryId: 'ConcernCategory', agencyId: 'Agency', adultConcernId: 'AdultConcern', closedDaysId: 'ClosedDays', dutyId: 'Duty', absenceId: 'Absence', destructionId: 'Destruction', holdId: 'LegalHold',
}
const words: Record<string, string> = { line: '1', kind: 'identity', part: 'words', course: 'peer-mentor-level-2', unit: 'no-such-unit', session: 'the-role', token: 'no-such-token',
  badgeId: '00000000-0000-4000-8000-000000000000', keyId: 'no-such-key', issuerId: 'no-such-issuer', achievementId: 'peer-mentor-course', file: 'course.png', mark: 'N0N0-N0N0-N0N0-N0N0' }
/** What people may open who have not signed in. */
const open = /^\/(sign-in|join|back-in|invitation|m|worried|gallery|set-up|auth|lock|unlock|second-factor|sending|passkey-options|sign-out|badges|certificates|receipt|\.well-known|account\/look)?(\/|$)|^\/\*$/

let cast: Cast
let world: World
let texts: SealedText[]
let routes: Route[]
let served: Awaited<ReturnType<typeof serveThis>>

beforeAll(async () => {
  cast = await theDemo()
  await aRoomFullOfAnswers(cast)
  world = await theWorld()
  texts = await sealedTexts()
  served = await serveThis()
  routes = await everyRoute()
}, 300_000)
afterAll(() => served.end())

/** An address for a row of each parameter: the last parameter decides whose it is. */
function addressOf(route: Route, row: Row | undefined): string {
  const last = route.params.at(-1)
  return route.path.replaceAll(/:(\w+)\??/g, (_, name: string) => {
    if (words[name]) return words[name]
    if (name === last) return row?.id ?? 'x'
    // The place before it: what the row itself hangs on, where it says so.
    return row?.[name] ?? world.tables.get(tableOf[name]!)?.[0]?.id ?? 'x'
  }).replace('*', 'nothing-here')
}

const get = (address: string, cookie?: string) => fetch(`${served.url}${address}`, { redirect: 'manual', headers: cookie ? { cookie } : {} })

test('every parameter of every address is known here', () => {
  expect(routes.length).toBeGreaterThan(50)
  expect([...new Set(routes.flatMap((route) => route.params))].filter((name) => !tableOf[name] && !words[name])).toEqual([])
})

test('nobody opens what is not theirs, and no page shows what somebody else wrote', async () => {
  const wrong: string[] = []
  let opened = 0
  for (const { username } of demoPeople) {
    const { id } = cast.people[username]!
    const cookie = await cookieOf(id)
    const eyes = new Eyes(world, { called: username, person: id })
    const notMine = texts.filter((text) => !rowKeyRule({ rowId: text.id, ofTable: text.table }, eyes)).flatMap(({ text }) => trace(text) ?? [])
    const mine = new Set(texts.filter((text) => rowKeyRule({ rowId: text.id, ofTable: text.table }, eyes)).flatMap(({ text }) => trace(text) ?? []))
    const forbidden = notMine.filter((one) => !mine.has(one))
    for (const route of routes.filter((one) => one.isPage)) {
      const table = tableOf[route.params.at(-1) ?? '']
      const rows = table ? world.tables.get(table)! : []
      const theirs = rows.filter((row) => rules[table!]!(row, eyes))
      const others = rows.filter((row) => !theirs.includes(row))
      for (const row of table ? [...theirs.slice(0, 2), ...others.slice(0, 2), others.at(-1)].filter((one) => one !== undefined) : [undefined]) {
        const address = addressOf(route, row)
        const response = await get(address, cookie)
        const body = await response.text()
        if (response.status === 200) opened += 1
        if (![200, 302, 303, 400, 403, 404].includes(response.status)) wrong.push(`${username} ${address}: ${response.status}`)
        if (row && others.includes(row) && response.status === 200) wrong.push(`${username} opens ${address}, which is not theirs`)
        const leaked = forbidden.filter((one) => body.includes(one))
        if (leaked.length) wrong.push(`${username} reads on ${address}: ${leaked[0]!.slice(0, 60)}`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(opened).toBeGreaterThan(200)
  expect(await served.lastResorts()).toBe(0)
}, 900_000)

test('a stranger is sent to sign in, and reads nothing', async () => {
  const traces = texts.flatMap(({ text }) => trace(text) ?? [])
  const names = world.tables.get('Person')!.map((row) => row.fullName!)
  const wrong: string[] = []
  for (const route of routes) {
    const table = tableOf[route.params.at(-1) ?? '']
    const address = addressOf(route, table ? world.tables.get(table)![0] : undefined)
    const response = await get(address)
    const body = await response.text()
    if (response.status >= 500) wrong.push(`${address}: ${response.status}`)
    if (!open.test(route.path) && !([302, 303].includes(response.status) && /^\/(sign-in|worried|$)/.test(response.headers.get('location')!)) && ![404, 405].includes(response.status) && route.isPage) wrong.push(`${address} answers a stranger with ${response.status}`)
    if ([...traces, ...names].some((one) => body.includes(one))) wrong.push(`${address} shows a stranger what is not theirs`)
  }
  expect(wrong).toEqual([])
}, 120_000)

/** Addresses that only a page's own script sends to, and reads. */
const forScripts = /^\/(journal\/:entryId\/saves|learn\/now\/(answers|lease)|rooms\/:meetingId\/lease|passkey-options|unlock\/here)$/

test('a form that cannot be taken is answered with a page, not with code', async () => {
  const wrong: string[] = []
  const cookies = { 'a mentor': await cookieOf(cast.people.amara!.id), 'a trainer': await cookieOf(cast.people.sam!.id), 'a stranger': '' }
  const bodies = [['multipart/form-data; boundary=x', 'broken'], ['application/x-www-form-urlencoded', 'nothing=known']]
  for (const route of routes.filter((one) => one.takesForms && !forScripts.test(one.path))) for (const [who, cookie] of Object.entries(cookies)) for (const [type, body] of bodies) {
    const address = addressOf(route, world.tables.get(tableOf[route.params.at(-1) ?? ''] ?? '')?.[0])
    const response = await fetch(`${served.url}${address}`, { method: 'POST', redirect: 'manual', headers: { Accept: 'text/html', 'Content-Type': type!, Origin: served.url, ...(cookie ? { cookie } : {}) }, body: body! })
    await response.arrayBuffer()
    if (response.status < 300 || response.status >= 400) if (!response.headers.get('content-type')?.includes('text/html')) wrong.push(`${who} ${address}: ${response.status} ${response.headers.get('content-type') ?? ''}`)
  }
  expect(wrong).toEqual([])
}, 120_000)
