import { expect, test } from 'vitest'
import { cast, kinds, of, step, taken } from '#tests/support/a-case.ts'
import { onServer } from '#tests/support/template.ts'
import { after, hours, now, today } from '../clock.ts'
import { localOf } from '../cohorts/timetable.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { sharingLog } from '../cases/sharing-log.server.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { raiseConcern } from '../safeguarding/raise-concern.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { myReporting } from './my-reporting.server.ts'
import { usualExplanation } from './notified.ts'
import { reportingDuties } from './reporting-duties.server.ts'
import { setReportingDuty } from './set-reporting-duty.server.ts'
import { writeDownNotification, type WriteDownNotification } from './write-down-notification.server.ts'
import type { z } from 'zod'

const stands = async () => (await reportingDuties(of('fatima'))).find(({ organisationId }) => organisationId === cast.riverside)!.standsId ?? ''
const set = async (inForceFrom: string, by = 'fatima', id = newId(), insteadOfId?: string) => setReportingDuty(of(by), { id, organisationId: cast.riverside, insteadOfId: insteadOfId ?? await stands(), inForceFrom, explanation: usualExplanation })
const told = (concernId: string, by: string, more: Partial<z.input<typeof WriteDownNotification>> = {}) => writeDownNotification(of(by), { ...step(concernId), notified: 'police', happenedAt: localOf(now(), 'Europe/London'), who: 'I rang 101; PC Ames', reference: 'CAD 12', why: '', ...more })
const raisedBy = (name: string) => raiseConcern(of(name), { id: newId(), who: 'Wren', what: 'What she told me.', danger: 'soon' })

test('it is off until a lead sets the day, and before the day has come; then an adult who raised or keeps a concern is asked', async () => {
  const id = await raisedBy('marcus')
  expect(await myReporting(of('marcus'), id)).toBeNull()
  await expect(told(id, 'marcus')).rejects.toThrow(NotFound)
  await set('2099-01-01')
  expect(await myReporting(of('marcus'), id)).toBeNull()
  await set(today())
  expect(await myReporting(of('marcus'), id)).toMatchObject({ inForceFrom: today(), mine: [] })
  expect(await myReporting(of('fatima'), id), 'whoever keeps it').not.toBeNull()
  for (const name of ['helen', 'bea', 'grace', 'ella']) expect(await myReporting(of(name), id), name).toBeNull()
  await set('')
  expect(await myReporting(of('marcus'), id), 'switched off again').toBeNull()
  expect((await reportingDuties(of('tom')))[0]).toMatchObject({ inForceFrom: null, organisationId: cast.riverside })
})

test('what was done is a line of the chronology; whoever raised it sees that they wrote it, and never the case', async () => {
  await set(today())
  const id = await raisedBy('marcus')
  const one = step(id)
  const form = { ...one, notified: 'local_authority' as const, happenedAt: localOf(now(), 'Europe/London'), who: 'I rang the MASH', reference: 'EM-4', why: '' }
  await Promise.all([1, 2].map(() => writeDownNotification(of('marcus'), form)))
  await told(id, 'fatima')
  expect((await myReporting(of('marcus'), id))!.mine).toEqual([expect.objectContaining({ id: one.id, notified: 'local_authority' })])
  const lines = (await findConcern(of('tom'), id)).chronology.filter((line) => line.kind === 'notified')
  expect(lines.map(({ byName, notified }) => [byName, notified])).toEqual([['Marcus', 'local_authority'], ['Fatima', 'police']])
  expect(lines[0]!.says.map(({ text }) => text)).toEqual(['I rang the MASH', 'EM-4'])
  expect((await sharingLog(of('tom'))).filter((entry) => entry.concernId === id).map(({ basis }) => basis)).toEqual(['law', 'law'])
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
})

test('why it waits is enough, and needed; told needs by whom and when, and not in time to come', async () => {
  await set(today())
  const id = await raisedBy('marcus')
  await expect(told(id, 'marcus', { notified: 'delayed' })).rejects.toThrow('why it waits')
  await expect(told(id, 'marcus', { who: '' })).rejects.toThrow('whom they spoke with')
  await expect(told(id, 'marcus', { happenedAt: '' })).rejects.toThrow('at what time')
  await expect(told(id, 'marcus', { happenedAt: localOf(after(hours(3)), 'Europe/London') })).rejects.toThrow('still to come')
  await told(id, 'marcus', { notified: 'delayed', happenedAt: '', who: '', why: 'He would be sent home to him tonight. Tomorrow at nine.' })
  expect((await myReporting(of('marcus'), id))!.mine).toEqual([expect.objectContaining({ notified: 'delayed', happenedAt: null })])
})

test('what a colleague set meanwhile is not written over unseen; and sent twice it is set once', async () => {
  const [stood, id] = [await stands(), newId()]
  await set('2098-01-01', 'fatima', id, stood)
  await set('2098-01-01', 'fatima', id, stood)
  await expect(set('', 'tom', newId(), stood)).rejects.toThrow('set meanwhile')
  expect(await stands()).toBe(id)
  await set('', 'tom')
})

test('a mentor is asked from their eighteenth birthday, and not where nobody knows their age', async () => {
  await set(today())
  const [young, unknown] = [await raisedBy('amara'), await raisedBy('jay')]
  await onServer(databaseUrl(), `UPDATE "Person" SET "bornOn" = NULL WHERE id = '${of('jay').id}'`)
  for (const [name, id] of [['amara', young], ['jay', unknown]] as const) {
    expect(await myReporting(of(name), id), name).toBeNull()
    await expect(told(id, name), name).rejects.toThrow(NotFound)
  }
  await onServer(databaseUrl(), `UPDATE "Person" SET "bornOn" = (app.now() - interval '18 years 1 day')::date WHERE id = '${of('jay').id}'`)
  expect(await myReporting(of('jay'), unknown)).not.toBeNull()
  await told(unknown, 'jay')
})

test('only a lead or deputy of the setting sets it; a role that has ended writes nothing down, past the deeds neither', async () => {
  for (const name of ['marcus', 'grace', 'hana', 'bea', 'amara']) await expect(set(today(), name), name).rejects.toThrow(Forbidden)
  const sql = (name: string, text: string) => onServer(databaseUrl(), `SET ROLE app; SELECT set_config('app.viewer', '${of(name).id}', false); ${text}`)
  await expect(sql('marcus', `INSERT INTO "ReportingDuty" (id, "organisationId", explanation, "byId") VALUES (uuidv7(), '${cast.riverside}', 'x', '${of('marcus').id}')`)).rejects.toThrow('row-level security')
  await set(today())
  const id = await raisedBy('marcus')
  const other = await taken()
  await onServer(databaseUrl(), `UPDATE "Membership" SET "endsAt" = app.now() - interval '1 minute' WHERE "personId" = '${of('marcus').id}'`)
  for (const concern of [id, other]) await expect(sql('marcus', `SELECT app.add_to_chronology(uuidv7(), '${concern}', 'notified', '{}', '\\x01')`)).rejects.toThrow('not a line for you')
  await onServer(databaseUrl(), `UPDATE "Membership" SET "endsAt" = NULL WHERE "personId" = '${of('marcus').id}'`)
  expect(await kinds(id)).not.toContain('notified')
})
