import { parse } from 'csv-parse/sync'
import { beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import { cast, of } from '#tests/support/a-case.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { onServer } from '#tests/support/template.ts'
import { after, days, today } from '../clock.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import type { VettingKind } from '#prisma/generated/enums.ts'
import { monthsAfter } from './checks.ts'
import { findVetted, myVetting } from './find-vetted.server.ts'
import { registerOf } from './register-of.server.ts'
import { ruleOf } from './rule-of.server.ts'
import { setRule } from './set-rule.server.ts'
import { standingOf } from './standing.ts'
import { strikeCheck } from './strike-check.server.ts'
import { takeRegister } from './take-register.server.ts'
import { vettingToday } from './vetting-today.server.ts'
import { writeCheck, type WriteCheck } from './write-check.server.ts'

const organisationId = cast.riverside
const on = (ms: number) => after(ms).toISOString().slice(0, 10)
const write = (by: string, whose: string, kind: VettingKind, more: Partial<z.input<typeof WriteCheck>> = {}) =>
  writeCheck(of(by), { id: newId(), organisationId, personId: of(whose).id, kind, doneOn: today(), words: 'As it should be.', ...(kind === 'dbs' && { dbsLevel: 'enhanced' as const, certificateNumber: '001234567890' }), ...more })
const asked = (needs: string[], fromOn = today(), by = 'fatima') => setRule(of(by), { id: newId(), organisationId, fromOn, needs })
const cell = async (name: string, kind: VettingKind) => (await registerOf(of('grace'), { organisationId })).people.find(({ personId }) => personId === of(name).id)!.cells.find((one) => one.kind === kind)!
const sql = (name: string, text: string) => onServer(databaseUrl(), `BEGIN; SET LOCAL ROLE app; SELECT set_config('app.viewer', '${of(name).id}', true); ${text}; COMMIT`)

beforeEach(() => asOwner(`DELETE FROM "VettingCheckStruck"; DELETE FROM "VettingCheck"; DELETE FROM "VettingNeed"; DELETE FROM "VettingRule"`))

test('a check that a colleague has seen is on the register, opened by those who read it and by whose it is', async () => {
  await write('grace', 'marcus', 'dbs', { isOnUpdateService: 'yes', doneOn: on(-days(40)) })
  expect(await cell('marcus', 'dbs')).toMatchObject({ standing: 'good', isNeeded: false, doneOn: on(-days(40)), goodUntil: monthsAfter(on(-days(40)), 36) })
  const said = { certificateNumber: '001234567890', isOnUpdateService: true, dbsLevel: 'enhanced', byName: 'Grace' }
  for (const name of ['grace', 'fatima', 'tom', 'hana']) expect((await findVetted(of(name), { organisationId, personId: of('marcus').id })).written, name).toEqual([expect.objectContaining(said)])
  expect((await myVetting(of('marcus'))).written).toEqual([expect.objectContaining(said)])
  for (const name of ['marcus', 'helen', 'sam', 'ella', 'amara']) await expect(findVetted(of(name), { organisationId, personId: of('marcus').id }), name).rejects.toThrow(Forbidden)
  await expect(findVetted(of('bea'), { organisationId, personId: of('marcus').id })).rejects.toThrow(NotFound)
  for (const name of ['marcus', 'helen', 'sam', 'amara']) await expect(registerOf(of(name), { organisationId }), name).rejects.toThrow(Forbidden)
  await expect(registerOf(of('bea'), { organisationId })).rejects.toThrow(NotFound)
  const { rows: [row] } = await onServer(databaseUrl(), `SELECT "certificateNumber"::text AS sealed FROM "VettingCheck"`) as { rows: { sealed: string }[] }
  expect(row!.sealed).not.toContain(Buffer.from('001234567890').toString('hex'))
})

test('nobody checks themself, and who does not keep the register writes nothing; past the deed neither', async () => {
  for (const name of ['grace', 'fatima', 'tom', 'hana']) await expect(write(name, name, 'identity'), name).rejects.toThrow(Forbidden)
  for (const name of ['marcus', 'helen', 'amara']) await expect(write(name, 'leon', 'identity'), name).rejects.toThrow(Forbidden)
  await expect(write('grace', 'amara', 'identity'), 'a mentor is on no register').rejects.toThrow(Conflict)
  const row = (by: string, whose: string) => sql(by, `INSERT INTO "VettingCheck" (id, "organisationId", "personId", kind, "doneOn", "byId") VALUES (uuidv7(), '${organisationId}', '${of(whose).id}', 'conduct', '2026-01-05', '${of(by).id}')`)
  await expect(row('grace', 'grace')).rejects.toThrow(/row-level security|not_by_themself/)
  for (const [by, whose] of [['hana', 'leon'], ['marcus', 'helen'], ['bea', 'marcus'], ['grace', 'amara'], ['grace', 'bea']] as const) await expect(row(by, whose), by).rejects.toThrow('row-level security')
  await row('grace', 'marcus')
  await expect(sql('grace', `UPDATE "VettingCheck" SET "doneOn" = '2026-02-01'`)).rejects.toThrow('permission denied')
  await expect(sql('grace', `DELETE FROM "VettingCheck"`)).rejects.toThrow('permission denied')
})

test('what was wrong is struck through with a reason, stays to be read, and counts for nothing', async () => {
  const id = newId()
  await Promise.all([1, 2].map(() => write('grace', 'marcus', 'identity', { id, words: 'A library card' })))
  expect(await cell('marcus', 'identity')).toMatchObject({ standing: 'good' })
  await expect(strikeCheck(of('helen'), { id: newId(), checkId: id, why: 'That is no identity.' })).rejects.toThrow(NotFound)
  await expect(strikeCheck(of('bea'), { id: newId(), checkId: id, why: 'That is no identity.' })).rejects.toThrow(NotFound)
  const both = await Promise.allSettled([strikeCheck(of('tom'), { id: newId(), checkId: id, why: 'That is no identity.' }), strikeCheck(of('grace'), { id: newId(), checkId: id, why: 'Wrong person.' })])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await cell('marcus', 'identity')).toMatchObject({ standing: 'none' })
  const [written] = (await findVetted(of('fatima'), { organisationId, personId: of('marcus').id })).written
  expect(written).toMatchObject({ words: 'A library card', struck: { why: expect.stringMatching(/That is no identity|Wrong person/) as unknown } })
})

test('two references, enhanced DBS checks, two years for a lead; what does not apply says why', async () => {
  await write('grace', 'tom', 'reference')
  expect(await cell('tom', 'reference')).toMatchObject({ standing: 'none' })
  await write('grace', 'tom', 'reference')
  expect(await cell('tom', 'reference')).toMatchObject({ standing: 'good' })
  await write('grace', 'tom', 'dbs', { dbsLevel: 'basic' })
  expect(await cell('tom', 'dbs')).toMatchObject({ standing: 'none' })
  await expect(write('grace', 'tom', 'dbs', { certificateNumber: '' })).rejects.toThrow('Write its number')
  await expect(write('grace', 'tom', 'dbs', { certificateNumber: 'a burglary in 1998' })).rejects.toThrow('Only the number')
  await expect(write('grace', 'tom', 'lead_training', { goodUntil: monthsAfter(today(), 25) })).rejects.toThrow('2 years at most')
  await expect(write('grace', 'tom', 'identity', { isNotNeeded: 'yes' })).rejects.toThrow('applies to everybody')
  await expect(write('grace', 'tom', 'overseas', { isNotNeeded: 'yes', words: '' })).rejects.toThrow('why it does not apply')
  await write('grace', 'tom', 'overseas', { isNotNeeded: 'yes', words: 'Has always lived in Hackney.' })
  expect(await cell('tom', 'overseas')).toMatchObject({ standing: 'not-needed', goodUntil: null })
  await expect(write('grace', 'tom', 'conduct', { doneOn: on(days(2)) })).rejects.toThrow('still to come')
})

test('a day counts to its end, thirty days before it is soon', () => {
  const on = (goodUntil: string) => standingOf({ isGood: goodUntil >= '2026-11-22', goodUntil }, '2026-11-22')
  expect(['2026-11-21', '2026-11-22', '2026-12-22', '2026-12-23'].map(on)).toEqual(['out', 'soon', 'soon', 'good'])
  expect([monthsAfter('2024-02-29', 24), monthsAfter('2026-08-31', 6), monthsAfter('2026-12-31', 12)]).toEqual(['2026-02-28', '2027-02-28', '2027-12-31'])
})

test('what is asked: nothing until its day; the newest whose day has come; set by those who answer for it', async () => {
  expect(await ruleOf(of('grace'), { organisationId })).toMatchObject({ inForce: null, toCome: null, canSet: false })
  await asked(['youth_worker dbs'])
  await asked(['youth_worker dbs', 'youth_worker conduct'], '2099-09-01', 'hana')
  expect(await ruleOf(of('tom'), { organisationId })).toMatchObject({ inForce: { needs: [{ role: 'youth_worker', kind: 'dbs' }] }, toCome: { fromOn: '2099-09-01', setByName: 'Hana' }, canSet: true })
  expect((await cell('marcus', 'dbs')).isNeeded).toBe(true)
  expect((await cell('marcus', 'conduct')).isNeeded).toBe(false)
  for (const name of ['grace', 'marcus', 'bea', 'amara']) await expect(asked([], today(), name), name).rejects.toThrow(Forbidden)
  await expect(asked(['mentor dbs'])).rejects.toThrow()
  const [rule] = (await onServer(databaseUrl(), `SELECT id FROM "VettingRule" WHERE "fromOn" < '2090-01-01'`)).rows as { id: string }[]
  await asOwner(`UPDATE "VettingRule" SET at = at - interval '1 minute' WHERE id = '${rule!.id}'`)
  await expect(sql('fatima', `INSERT INTO "VettingNeed" VALUES ('${rule!.id}', '${organisationId}', 'specialist', 'dbs')`), 'added to a rule that stands').rejects.toThrow('row-level security')
  await asked([])
  expect((await cell('marcus', 'dbs')).isNeeded, 'switched off').toBe(false)
})

test('Today says it to whom it is about, and to who keeps the register; to nobody else', async () => {
  await asked(['youth_worker dbs', 'specialist dbs'])
  await write('grace', 'helen', 'dbs')
  await write('grace', 'marcus', 'dbs', { goodUntil: on(days(20)) })
  expect((await vettingToday(of('marcus'))).mine).toEqual([expect.objectContaining({ place: 'Riverside Academy', whom: 'Grace Adeyemi', checks: [expect.objectContaining({ kind: 'dbs', standing: 'soon', goodUntil: on(days(20)) })] })])
  for (const name of ['grace', 'fatima', 'hana']) expect((await vettingToday(of(name))).registers, name).toEqual([expect.objectContaining({ people: 1, out: 0, waiting: 0, first: expect.objectContaining({ name: 'Marcus', standing: 'soon' }) as unknown })])
  for (const name of ['helen', 'amara', 'bea', 'ella', 'sam']) expect(await vettingToday(of(name)), name).toEqual({ mine: [], registers: [] })
})

test('the table holds a line an adult, and no cell that a spreadsheet would run', async () => {
  await write('grace', 'marcus', 'dbs', { doneOn: '2026-03-02' })
  await asOwner(`UPDATE "Person" SET "fullName" = '=HYPERLINK("x")' WHERE id = '${of('tess').id}'`)
  const { text, fileName } = await takeRegister(of('hana'), { organisationId })
  await asOwner(`UPDATE "Person" SET "fullName" = 'Tess Novak' WHERE id = '${of('tess').id}'`)
  expect(fileName).toBe(`checks-on-adults-${today()}.csv`)
  const rows: string[][] = parse(text, { bom: true, relax_column_count: true })
  expect(rows.find(([name]) => name === 'Marcus Bell')!.slice(0, 4)).toEqual(['Marcus Bell', 'Youth worker', '001234567890', 'Enhanced'])
  expect(rows.flat().filter((one) => /^[=+@]/.test(one))).toEqual([])
  for (const name of ['marcus', 'amara']) await expect(takeRegister(of(name), { organisationId }), name).rejects.toThrow(Forbidden)
  await expect(takeRegister(of('bea'), { organisationId })).rejects.toThrow(NotFound)
})

test('whose role has ended reads and writes nothing any more', async () => {
  await write('tom', 'marcus', 'identity')
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() - interval '1 minute' WHERE "personId" = '${of('tom').id}'`)
  const seen = await onServer(databaseUrl(), `SET ROLE app; SELECT set_config('app.viewer', '${of('tom').id}', false); SELECT count(*)::int AS count FROM "VettingCheck"`) as unknown as { rows: { count: number }[] }[]
  expect(seen.at(-1)!.rows).toEqual([{ count: 0 }])
  await expect(sql('tom', `INSERT INTO "VettingCheck" (id, "organisationId", "personId", kind, "doneOn", "byId") VALUES (uuidv7(), '${organisationId}', '${of('marcus').id}', 'conduct', '2026-01-05', '${of('tom').id}')`)).rejects.toThrow('row-level security')
  await asOwner(`UPDATE "Membership" SET "endsAt" = NULL WHERE "personId" = '${of('tom').id}'`)
})
