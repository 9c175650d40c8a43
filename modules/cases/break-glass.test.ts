import { beforeAll, expect, test } from 'vitest'
import { asOwner } from '#tests/support/as-owner.ts'
import { cast, of, step, taken, triage, words } from '#tests/support/a-case.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'
import { today } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { startJobs } from '../jobs/work.server.ts'
import { addNote } from '../safeguarding/add-note.server.ts'
import { climb } from '../safeguarding/climb.server.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { raiseConcern } from '../safeguarding/raise-concern.server.ts'
import { takeOnConcern } from '../safeguarding/take-on-concern.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { breakGlass, concernsBehindGlass } from './break-glass.server.ts'
import { casesToday } from './cases-today.server.ts'
import { findCase } from './find-case.server.ts'
import { setAction } from './set-action.server.ts'

const ask = async <Found>(sql: string) => (await onServer(databaseUrl(), sql)).rows as Found[]
const behind = async (name: string) => (await concernsBehindGlass(of(name))).map((one) => one.concernId)
const letters = async (id: string) => (await ask<{ personId: string }>(`SELECT data->>'personId' AS "personId" FROM jobs.job WHERE name = 'safeguarding.alert-letter' AND data->>'concernId' = '${id}' AND data->>'rung' = 'deputies'`)).map((one) => one.personId).sort()
const why = async (name: string, id: string) => (await casesToday(of(name), { take: 100 })).find((one) => one.concernId === id)?.why

beforeAll(() => startJobs())

test('a head who was not told opens a case with a reason, reads it for an hour and no more', async () => {
  const id = await taken()
  await triage(id, 'low')
  await setAction(of('fatima'), { ...step(id), ownerId: of('marcus').id, dueOn: today(), what: 'Ring her gran.' })
  await expect(findConcern(of('hana'), id)).rejects.toThrow(NotFound)
  expect(await concernsBehindGlass(of('hana'))).toContainEqual({ concernId: id, organisationName: 'Riverside Academy', raisedAt: expect.any(Date) as Date, state: 'triaged', holderName: 'Fatima' })
  const form = { ...step(id), words: 'Her mum is at the desk, and Fatima is at the hospital.' }
  await breakGlass(of('hana'), form)
  const seen = await findConcern(of('hana'), id)
  expect(seen).toMatchObject({ who: 'Wren', what: 'A bruise on her arm.', can: { receive: false, takeOn: false, note: false } })
  expect(seen.chronology.at(-2)).toMatchObject({ kind: 'broke-glass', byName: 'Hana', says: [{ label: null, text: form.words }] })
  const now = await findCase(of('hana'), id)
  expect(now).toMatchObject({ openedUntil: expect.any(Date) as Date, actions: [expect.objectContaining({ what: 'Ring her gran.' })] })
  expect(now.can.filter((kind) => !['note', 'struck'].includes(kind)), 'she reads, and takes no step but one: she may keep it from whoever has it').toEqual(['kept-from'])
  expect(await behind('hana')).not.toContain(id)
  await moveClock('61 minutes')
  await expect(findConcern(of('hana'), id)).rejects.toThrow(NotFound)
  expect(await behind('hana')).toContain(id)
  await moveClock('0')
})

test('its lead and deputies know at once, and until each has read it; sent again it is the same', async () => {
  const id = await taken()
  const form = { ...step(id), words }
  await breakGlass(of('hana'), form)
  expect(await letters(id)).toEqual([of('fatima').id, of('tom').id].sort())
  for (const name of ['fatima', 'tom']) expect(await why(name, id), name).toBe('opened')
  await findConcern(of('fatima'), id)
  expect(await why('fatima', id)).not.toBe('opened')
  expect(await why('tom', id), 'until each has read it').toBe('opened')

  await breakGlass(of('hana'), form)
  expect((await findConcern(of('tom'), id)).chronology.filter((line) => line.kind === 'broke-glass'), 'sent again it is the same').toHaveLength(1)
  await expect(breakGlass(of('hana'), { ...step(id), words })).rejects.toThrow('open to you already')
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
})

test('never whom it is kept from, nor whoever raised it, nor anybody who is not the head there', async () => {
  const kept = await taken({ keptFrom: [of('hana').id] })
  const mine = await raiseConcern(of('hana'), { id: newId(), who: 'Wren', what: 'A bruise.', danger: 'not_now' })
  for (const id of [kept, mine]) {
    expect(await behind('hana')).not.toContain(id)
    await expect(breakGlass(of('hana'), { ...step(id), words })).rejects.toThrow(NotFound)
  }
  const id = await taken()
  for (const name of ['marcus', 'grace', 'helen', 'jay', 'sam', 'vera', 'fatima']) {
    await expect(breakGlass(of(name), { ...step(id), words }), name).rejects.toThrow(Forbidden)
    await expect(concernsBehindGlass(of(name)), name).rejects.toThrow(Forbidden)
  }
  await expect(breakGlass(of('hugo'), { ...step(id), words }), 'the head of another setting').rejects.toThrow(NotFound)
  await expect(breakGlass(of('ella'), { ...step(id), words }), 'a programme lead to whom it has not climbed').rejects.toThrow(NotFound)
  await expect(breakGlass(of('hana'), { ...step(id), words: '' })).rejects.toThrow('Say why')
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() - interval '1 minute' WHERE "personId" = '${of('hana').id}' AND role = 'head'`)
  await expect(breakGlass(of('hana'), { ...step(id), words }), 'whose time is over').rejects.toThrow(NotFound)
  await asOwner(`UPDATE "Membership" SET "endsAt" = NULL WHERE "personId" = '${of('hana').id}' AND role = 'head'`)
})

test('the programme lead opens what has climbed to the delivery site, reads it with its names, and no other concern there', async () => {
  const [id, other] = [await raiseConcern(of('jay'), { id: newId(), who: 'Wren', what: 'A bruise.', danger: 'now' }), await taken()]
  await moveClock('3 hours')
  await climb(id)
  const say = (table: string, more = ['', '']) => change(of('ella'), (tx) => tx.$executeRawUnsafe(`INSERT INTO "${table}" ("concernId", "organisationId", "byId"${more[0]}) VALUES ('${id}', '${cast.riverside}', '${of('ella').id}'${more[1]})`))
  expect(await behind('ella')).toEqual([id])
  await breakGlass(of('ella'), { ...step(id), words: 'Nobody at Riverside picks up.' })
  expect(await findConcern(of('ella'), id)).toMatchObject({ who: 'Wren', raisedByName: 'Jay', can: { receive: false, takeOn: false, note: false } })
  await expect(findConcern(of('ella'), other)).rejects.toThrow(NotFound)
  await expect(say('ConcernReceipt'), 'it was opened to be read').rejects.toThrow('row-level security')
  await expect(say('TakingOn', [', "firstStep"', `, '\\x01'`])).rejects.toThrow('row-level security')
  await expect(addNote(of('ella'), { ...step(id), words })).rejects.toThrow(Forbidden)
  await moveClock('4 hours 5 minutes')
  await expect(findConcern(of('ella'), id)).rejects.toThrow(NotFound)
  await moveClock('0')
})

test('two pages at once open it once; and kept from them afterwards, they read nothing more', async () => {
  const id = await taken()
  const outcomes = await Promise.allSettled([1, 2].map(() => breakGlass(of('hana'), { ...step(id), words })))
  expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  await asOwner(`INSERT INTO "ConcernKeptFrom" ("concernId", "personId", "organisationId") VALUES ('${id}', '${of('hana').id}', '${cast.riverside}')`)
  await expect(findConcern(of('hana'), id)).rejects.toThrow(NotFound)
})

test('below the deed: no row by hand, no glass without its line, no longer hour; and the verifier holds the row against the line', async () => {
  const id = await taken()
  const asApp = (name: string, sql: string) => change(of(name), (tx) => tx.$queryRawUnsafe(sql))
  await expect(asApp('hana', `INSERT INTO "GlassBroken" (id, "organisationId", "concernId", "personId", until) VALUES ('${newId()}', '${cast.riverside}', '${id}', '${of('hana').id}', app.now() + interval '1 hour')`)).rejects.toThrow('permission denied')
  await expect(asApp('hana', `SELECT app.break_glass('${newId()}', '${id}')`), 'nobody says why').rejects.toThrow('no line says')
  await expect(asApp('marcus', `SELECT app.break_glass('${newId()}', '${id}')`)).rejects.toThrow('not yours to open')
  await expect(asApp('hana', `SELECT app.add_to_chronology('${newId()}', '${id}', 'broke-glass', '{}', '\\x01')`)).rejects.toThrow('not a line for you')
  await breakGlass(of('hana'), { ...step(id), words })
  for (const kind of ['note', 'discussed', 'marked', 'struck']) await expect(asApp('hana', `SELECT app.add_to_chronology('${newId()}', '${id}', '${kind}', '{"number":1}', '\\x01')`), `reads, and writes no ${kind}`).rejects.toThrow('not a line for you')
  await expect(asApp('hana', `UPDATE "GlassBroken" SET until = until + interval '1 day'`)).rejects.toThrow('permission denied')
  await expect(onServer(databaseUrl(), `SET ROLE owner; DELETE FROM "GlassBroken"`)).rejects.toThrow('never changed or deleted')
  await onServer(databaseUrl(), `SET session_replication_role = replica; UPDATE "GlassBroken" SET until = until + interval '1 day' WHERE "concernId" = '${id}'`)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: false, row: expect.stringContaining('GlassBroken') as string })
})

test('nobody has taken it on yet: it is on the Today of its lead and deputies all the same, until each has read it; and a head who keeps a case hears of it', async () => {
  const id = await raiseConcern(of('jay'), { id: newId(), who: 'Wren', what: 'A bruise.', danger: 'not_now' })
  expect(await why('tom', id)).toBeUndefined()
  await breakGlass(of('hana'), { ...step(id), words })
  for (const name of ['fatima', 'tom']) expect(await why(name, id), name).toBe('opened')
  await findConcern(of('tom'), id)
  expect(await why('tom', id), 'read: what waits stands in its own list').toBeUndefined()
  expect(await why('marcus', id)).toBeUndefined()

  const round = await raiseConcern(of('jay'), { id: newId(), who: 'Fatima', what: 'She shouts.', danger: 'not_now', keptFrom: [of('fatima').id] })
  await takeOnConcern(of('hana'), { concernId: round, firstStep: words })
  await asOwner(`INSERT INTO "ConcernAlert" ("concernId", "personId", "organisationId", rung) VALUES ('${round}', '${of('ella').id}', '${cast.riverside}', 'delivery_site') ON CONFLICT DO NOTHING`)
  await breakGlass(of('ella'), { ...step(round), words })
  expect(await letters(round)).toEqual([of('hana').id, of('tom').id].sort())
  expect(await why('hana', round)).toBe('opened')
})
