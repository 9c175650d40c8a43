import { beforeEach, expect, test } from 'vitest'
import { aMeeting, anOpenRoom } from '#tests/support/a-room.ts'
import { aCourse } from '#tests/support/a-taught-sitting.ts'
import { cast, of } from '#tests/support/a-case.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { onServer } from '#tests/support/template.ts'
import { comeIn } from '#prisma/demo/come-in.ts'
import type { Role, VettingKind } from '#prisma/generated/enums.ts'
import { after, days, hours, now, today } from '../clock.ts'
import { addToCohort } from '../cohorts/add-to-cohort.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden } from '../errors.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { giveRole } from '../organisations/give-role.server.ts'
import { findPerson } from '../organisations/find-person.server.ts'
import { invite } from '../organisations/invite.server.ts'
import { concernsWaiting } from '../safeguarding/concerns-waiting.server.ts'
import { goOnDuty } from '../safeguarding/go-on-duty.server.ts'
import { planDuty } from '../safeguarding/plan-duty.server.ts'
import { raiseConcern } from '../safeguarding/raise-concern.server.ts'
import { takeOnConcern } from '../safeguarding/take-on-concern.server.ts'
import { leaveRoom } from '../supervision/leave-room.server.ts'
import { openRoom } from '../supervision/open-room.server.ts'
import { renewSeat } from '../supervision/renew-seat.server.ts'
import { takeSeat } from '../supervision/take-seat.server.ts'
import { openTeaching } from '../teaching/open-teaching.server.ts'
import { beginRole } from './begin-role.server.ts'
import { setRule } from './set-rule.server.ts'
import { vettingToday } from './vetting-today.server.ts'
import { warnOfChecks } from './vetting-jobs.server.ts'
import { writeCheck } from './write-check.server.ts'

const organisationId = cast.riverside
const on = (ms: number) => after(ms).toISOString().slice(0, 10)
const asks = (...needs: string[]) => setRule(of('fatima'), { id: newId(), organisationId, fromOn: today(), needs })
const write = (personId: string, kind: VettingKind, goodUntil?: string) => writeCheck(of('grace'), { id: newId(), organisationId, personId, kind, doneOn: on(-days(30)), goodUntil, words: 'Seen.', ...(kind === 'dbs' && { dbsLevel: 'enhanced', certificateNumber: '001234567890' }) })
const runOut = (name: string) => asOwner(`UPDATE "VettingCheck" SET "goodUntil" = app.now()::date - 1 WHERE "personId" = '${of(name).id}'`)
const sql = (name: string, text: string) => onServer(databaseUrl(), `BEGIN; SET LOCAL ROLE app; SELECT set_config('app.viewer', '${of(name).id}', true); ${text}; COMMIT`)
const duty = (name: string) => planDuty(of(name), { id: newId(), organisationId, personId: of(name).id, startsAt: now(), endsAt: after(hours(2)) })
const rolesOf = async (id: string) => (await viewerOf(id)).memberships.map(({ role }) => role)

beforeEach(() => asOwner(`DELETE FROM "VettingWarning"; DELETE FROM "VettingCheckStruck"; DELETE FROM "VettingCheck"; DELETE FROM "VettingNeed"; DELETE FROM "VettingRule"`))

test('where nothing is asked, nothing is stopped', async () => {
  await anOpenRoom(cast)
  await duty('marcus')
})

test('without what the role needs: no seat, no group, no duty, nobody to stand by; the words say why and to whom to go', async () => {
  const meeting = await aMeeting(cast)
  await asks('youth_worker dbs', 'youth_worker induction')
  await expect(takeSeat(of('marcus'), meeting)).rejects.toThrow('On the register of checks your enhanced DBS check is not written down; your safeguarding induction is not written down. Grace Adeyemi puts it right. Until then a colleague takes your place.')
  await expect(aMeeting(cast)).rejects.toThrow(Conflict)
  await expect(duty('marcus')).rejects.toThrow('On the register')
  await takeSeat(of('helen'), meeting)
  await takeSeat(of('amara'), meeting)
  await expect(openRoom(of('helen'), { ...meeting, override: { reason: 'Marcus is not here today.', standbyId: of('marcus').id } })).rejects.toThrow('Marcus cannot do this yet: a check of theirs is missing or has run out. Grace Adeyemi knows which')
  for (const kind of ['dbs', 'induction'] as const) await write(of('marcus').id, kind)
  await takeSeat(of('marcus'), meeting)
  await openRoom(of('marcus'), meeting)
  await duty('marcus')
})

test('past the deeds neither: the database asks as well', async () => {
  const { groupId, meetingId } = await aMeeting(cast)
  await asks('youth_worker dbs', 'specialist dbs')
  const [where, marcus] = [`'${organisationId}'`, `'${of('marcus').id}'`]
  for (const text of [
    `INSERT INTO "Seat" ("meetingId", "personId", "organisationId", "heldUntil") VALUES ('${meetingId}', ${marcus}, ${where}, app.now() + interval '1 minute')`,
    `INSERT INTO "GroupMember" ("organisationId", "groupId", "personId", part) VALUES (${where}, '${groupId}', ${marcus}, 'youth_worker')`,
    `INSERT INTO "Duty" ("organisationId", "personId", "startsAt", "endsAt") VALUES (${where}, ${marcus}, app.now(), app.now() + interval '1 hour')`,
    `INSERT INTO "MeetingOpening" ("meetingId", "organisationId", "byId", "standbyId") VALUES ('${meetingId}', ${where}, ${marcus}, '${of('helen').id}')`,
  ]) await expect(sql('marcus', text), text).rejects.toThrow('a check is missing or has run out')
})

test('what runs out takes the seat at the next meeting, and not in the middle of this one', async () => {
  await asks('youth_worker dbs')
  await write(of('marcus').id, 'dbs')
  const open = await anOpenRoom(cast)
  const next = await aMeeting(cast)
  await runOut('marcus')
  expect(await renewSeat(of('marcus'), open)).toBe(true)
  await leaveRoom(of('marcus'), open)
  await takeSeat(of('marcus'), open)
  await expect(takeSeat(of('marcus'), next)).rejects.toThrow('was good until')
})

test('pressing “I am here” after a check ran out leaves the duty that was planned', async () => {
  await asks('youth_worker dbs')
  await write(of('marcus').id, 'dbs')
  await duty('marcus')
  await runOut('marcus')
  await expect(goOnDuty(of('marcus'), { organisationId, hours: 3 })).rejects.toThrow('was good until')
  expect(await asSystem('look in a test', (tx) => tx.duty.count({ where: { personId: of('marcus').id, startsAt: { lte: now() }, endsAt: { gt: now() } } }))).toBeGreaterThan(0)
})

test('a role of which nothing is asked is no way round one of which something is', async () => {
  const meeting = await aMeeting(cast)
  await asks('youth_worker dbs')
  await giveRole(of('grace'), { organisationId, personId: of('marcus').id, role: 'trainee_trainer' })
  const may = async (roles: string) => ((await onServer(databaseUrl(), `SELECT app.may_work_as('${organisationId}', '${of('marcus').id}', '${roles}') AS may`)) as unknown as { rows: { may: boolean }[] }).rows[0]!.may
  expect([await may('{trainer,trainee_trainer,youth_worker}'), await may('{trainee_trainer}')]).toEqual([false, true])
  await expect(takeSeat(of('marcus'), meeting)).rejects.toThrow('On the register')
})

test('a trainer takes no course and opens no sitting without', async () => {
  const { cohortId, sessionIds } = await aCourse(cast, ['amara'])
  await asks('trainer safeguarding_training', 'trainee_trainer safeguarding_training')
  await expect(openTeaching(of('sam'), { sessionId: sessionIds[0]! })).rejects.toThrow('your safeguarding training is not written down')
  await expect(sql('sam', `INSERT INTO "Teaching" ("sessionId", "organisationId", "openedById", texts) VALUES ('${sessionIds[0]!}', '${organisationId}', '${of('sam').id}', '{}'); INSERT INTO "TeachingLead" ("sessionId", "organisationId", number, "byId") VALUES ('${sessionIds[0]!}', '${organisationId}', 1, '${of('sam').id}')`)).rejects.toThrow()
  await expect(addToCohort(of('grace'), { cohortId, personId: of('tess').id, part: 'trainer' })).rejects.toThrow('Tess cannot do this yet')
  await write(of('sam').id, 'safeguarding_training')
  await openTeaching(of('sam'), { sessionId: sessionIds[0]! })
})

test('a role that is given waits until everything is there; then whoever gives it lets it begin, and nobody else', async () => {
  await asks('youth_worker dbs')
  const give = (role: Role) => giveRole(of('grace'), { organisationId, personId: of('tess').id, role })
  const membershipId = await give('youth_worker')
  expect(await rolesOf(of('tess').id)).toEqual(['trainee_trainer'])
  expect((await findPerson(of('grace'), { personId: of('tess').id })).roles.find(({ id }) => id === membershipId)).toMatchObject({ isNow: false, isWaiting: true, canEnd: true })
  expect((await vettingToday(of('tess'))).mine).toEqual([expect.objectContaining({ waiting: ['youth_worker'], whom: 'Grace Adeyemi' })])
  expect((await vettingToday(of('grace'))).registers[0]).toMatchObject({ waiting: 1, ready: 0 })
  await expect(beginRole(of('grace'), { membershipId })).rejects.toThrow('Still missing or run out: enhanced DBS check')
  const begin = `UPDATE "Membership" SET "startsAt" = app.now() WHERE id = '${membershipId}'`
  await expect(sql('grace', begin)).rejects.toThrow('cannot begin now')
  await write(of('tess').id, 'dbs')
  expect((await vettingToday(of('grace'))).registers[0]).toMatchObject({ waiting: 1, ready: 1 })
  for (const name of ['marcus', 'tess', 'tom']) await expect(beginRole(of(name), { membershipId }), name).rejects.toThrow(Forbidden)
  await sql('tess', begin)
  expect(await rolesOf(of('tess').id), 'past the deed').toEqual(['trainee_trainer'])
  await Promise.all([1, 2].map(() => beginRole(of('grace'), { membershipId })))
  expect((await rolesOf(of('tess').id)).sort()).toEqual(['trainee_trainer', 'youth_worker'])
  await expect(sql('grace', `UPDATE "Membership" SET "startsAt" = app.now() - interval '1 year' WHERE id = '${membershipId}'`), 'a role that began begins no earlier').rejects.toThrow('cannot begin now')
  await asOwner(`DELETE FROM "Membership" WHERE id = '${membershipId}'`)
})

test('somebody invited comes in, and their role waits', async () => {
  await asks('specialist identity')
  const { token } = await invite(of('grace'), { organisationId, role: 'specialist', fullName: 'Ines Duarte', email: 'ines@example.org' })
  const ines = await comeIn(token, 'ines', 'Ines')
  expect(ines.memberships).toEqual([])
  expect((await vettingToday(ines)).mine).toEqual([expect.objectContaining({ place: 'Riverside Academy', waiting: ['specialist'], checks: [expect.objectContaining({ kind: 'identity', standing: 'none' })] })])
  await write(ines.id, 'identity')
  const waiting = (await findPerson(of('grace'), { personId: ines.id })).roles[0]!
  await beginRole(of('grace'), { membershipId: waiting.id })
  expect(await rolesOf(ines.id)).toEqual(['specialist'])
})

test('a role that waits when nothing is asked any more is not forgotten', async () => {
  await asks('youth_worker dbs')
  const membershipId = await giveRole(of('grace'), { organisationId, personId: of('tess').id, role: 'youth_worker' })
  await asks()
  expect((await vettingToday(of('grace'))).registers).toEqual([expect.objectContaining({ people: 0, waiting: 1, ready: 1, first: null })])
  await beginRole(of('grace'), { membershipId })
  expect((await rolesOf(of('tess').id)).sort()).toEqual(['trainee_trainer', 'youth_worker'])
  await asOwner(`DELETE FROM "Membership" WHERE id = '${membershipId}'`)
})

test('a lead is never locked out of a concern, and the ladder loses no rung', async () => {
  await asks('safeguarding_lead lead_training', 'deputy_lead lead_training', 'head induction', 'youth_worker dbs')
  const id = await raiseConcern(of('jay'), { id: newId(), who: 'Wren', what: 'A bruise on her arm.', danger: 'soon' })
  for (const name of ['fatima', 'tom', 'marcus']) expect((await concernsWaiting(of(name))).map(({ concernId }) => concernId), name).toContain(id)
  await takeOnConcern(of('fatima'), { concernId: id, firstStep: 'See her at two.' })
  await duty('fatima')
  const membershipId = await giveRole(of('hana'), { organisationId, personId: of('helen').id, role: 'deputy_lead' })
  expect(await rolesOf(of('helen').id)).toContain('deputy_lead')
  await asOwner(`DELETE FROM "Membership" WHERE id = '${membershipId}'`)
  expect((await vettingToday(of('hana'))).registers[0]).toMatchObject({ out: 3 })
  const meeting = await aMeetingBefore()
  await expect(openRoom(of('helen'), { ...meeting, override: { reason: 'Marcus is not here today.', standbyId: of('fatima').id } }), 'but a room with children in it').rejects.toThrow('Fatima cannot do this yet')
})

test('letters: thirty days before and seven, each once, to whom it is about', async () => {
  const letters = async () => ((await onServer(databaseUrl(), `SELECT data->>'personId' AS id FROM jobs.job WHERE name = 'vetting.check-letter' ORDER BY 1`)).rows as { id: string }[]).map(({ id }) => id)
  await write(of('marcus').id, 'dbs', on(days(20)))
  await write(of('tom').id, 'conduct', on(days(5)))
  expect(await warnOfChecks(), 'nothing is asked').toBe(0)
  await asks('youth_worker dbs')
  expect((await Promise.all([warnOfChecks(), warnOfChecks()])).reduce((sum, one) => sum + one)).toBe(1)
  expect(await warnOfChecks()).toBe(0)
  expect(await letters()).toEqual([of('marcus').id])
  await asOwner(`UPDATE "VettingCheck" SET "goodUntil" = app.now()::date + 6 WHERE kind = 'dbs'`)
  expect([await warnOfChecks(), await warnOfChecks()]).toEqual([1, 0])
})

/** A meeting of Helen's group, made before anything was asked. */
async function aMeetingBefore() {
  await asOwner(`DELETE FROM "VettingNeed" WHERE role = 'youth_worker'`)
  const meeting = await aMeeting(cast)
  await takeSeat(of('helen'), meeting)
  return meeting
}
