import { expect, test } from 'vitest'
import { cast, decide, kinds, of, stateOf, step, taken, triage, words } from '#tests/support/a-case.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { diedDoing } from '#tests/support/died-doing.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { openPack } from '#tests/support/open-pack.ts'
import { onServer } from '#tests/support/template.ts'
import { keepAgency } from '../agencies/keep-agency.server.ts'
import { now } from '../clock.ts'
import { localOf } from '../cohorts/timetable.ts'
import { asSystem } from '../db/as-system.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { proofOf } from '../safeguarding/proof-of.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { bringIn } from './bring-in.server.ts'
import { climbCases } from './climb-cases.server.ts'
import { confirmReceipt, findReceiptAsked } from './confirm-receipt.server.ts'
import { findCase } from './find-case.server.ts'
import { keepFrom } from './keep-from.server.ts'
import { receiptsAwaited } from './receipts-awaited.server.ts'
import { referConcern } from './refer-concern.server.ts'
import { reopenConcern } from './reopen-concern.server.ts'
import { setAction } from './set-action.server.ts'
import { sharingLog } from './sharing-log.server.ts'
import { takePack } from './take-pack.server.ts'
import { transferConcern } from './transfer-concern.server.ts'
import { writeDownAnswer } from './write-down-answer.server.ts'
import { writeDownReceipt } from './write-down-receipt.server.ts'

const password = 'kettle-otter-violin'
const form = (concernId: string) => ({ ...step(concernId), basis: 'public_task' as const, to: 'Ms Adeyemi, designated safeguarding lead', setting: 'Northgate College', address: 'dsl@northgate.example', how: 'Rung on the number of the front desk.', reasons: 'She moves there on Monday.' })
const transfer = (concernId: string, by = 'fatima') => transferConcern(of(by), form(concernId))
const sent = async () => { const id = await taken(); await triage(id, 'low'); await decide(id, 'monitor'); await transfer(id); return id }
const codeIn = async (id: string, by = 'fatima') => (await openPack((await takePack(of(by), { concernId: id, password })).html, password)).pack.handedOn!.receiptLink!.split('/').at(-1)!
const awaited = async (name: string, id: string) => (await receiptsAwaited(of(name))).find((one) => one.concernId === id)
const receipt = { who: 'Ada Adeyemi', role: 'Designated safeguarding lead' }

test('a case is handed to another setting: where it goes is a line and in the sharing log, and it waits for a receipt on every keeper’s Today', async () => {
  const id = await sent()
  expect(await stateOf('tom', id)).toBe('transferred')
  expect((await findConcern(of('tom'), id)).chronology.find(({ kind }) => kind === 'transferred')).toMatchObject({ kind: 'transferred', byName: 'Fatima', says: [{ text: form(id).to }, { text: 'Northgate College' }, {}, {}, {}] })
  expect((await sharingLog(of('tom'))).find((entry) => entry.concernId === id)).toMatchObject({ kind: 'transferred', recipient: 'school', basis: 'public_task' })
  for (const name of ['fatima', 'tom']) expect(await awaited(name, id)).toMatchObject({ raisedByName: 'Jay', isLate: false })
  for (const name of ['marcus', 'jay', 'grace', 'bea', 'hana', 'ella']) expect(await awaited(name, id), name).toBeUndefined()
  await moveClock('15 days')
  expect(await awaited('tom', id)).toMatchObject({ isLate: true })
  await moveClock('0')
  await keepFrom(of('fatima'), { ...step(id), personId: of('tom').id, words })
  expect(await awaited('tom', id)).toBeUndefined()
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
})

test('only once nothing is left to be done, by who keeps it, and once', async () => {
  const id = await taken()
  await expect(transfer(id)).rejects.toThrow(Conflict)
  await triage(id, 'low')
  await setAction(of('fatima'), { ...step(id), ownerId: of('marcus').id, dueOn: '2099-01-01', what: words })
  await expect(transfer(id)).rejects.toThrow('still to be done')
  const other = await taken()
  await triage(other, 'low')
  await bringIn(of('fatima'), { ...step(other), personId: of('helen').id, words })
  await expect(transfer(other, 'helen')).rejects.toThrow(Forbidden)
  for (const name of ['marcus', 'jay', 'grace', 'bea', 'hana', 'ella']) await expect(transfer(other, name), name).rejects.toThrow(NotFound)
  const one = form(other)
  await Promise.all([1, 2].map(() => transferConcern(of('fatima'), one)))
  await expect(transfer(other, 'tom')).rejects.toThrow(Conflict)
  expect((await kinds(other)).filter((kind) => kind === 'transferred')).toHaveLength(1)
})

test('two leads hand it on at once: one of them does', async () => {
  const id = await taken()
  await triage(id, 'low')
  const outcomes = await Promise.allSettled([transfer(id, 'fatima'), transfer(id, 'tom')])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await kinds(id)).filter((kind) => kind === 'transferred')).toHaveLength(1)
})

test('the receiving lead answers with the link in the pack: which setting and when is all it says; their name and role are a line, once', async () => {
  const id = await sent()
  const [second, code] = [await codeIn(id), await codeIn(id, 'tom')]
  expect(await findReceiptAsked(code)).toEqual({ settingName: 'Riverside Academy', sentAt: expect.any(Date) as Date, isAwaited: true })
  expect(await findReceiptAsked(second), 'a newer file was made').toMatchObject({ isAwaited: false })
  const said = { id: newId(), token: code, ...receipt }
  await expect(confirmReceipt({ ...said, token: second })).rejects.toThrow('Nobody waits')
  await Promise.all([1, 2].map(() => confirmReceipt(said)))
  await expect(confirmReceipt({ ...said, id: newId() })).rejects.toThrow(Conflict)
  await expect(confirmReceipt({ ...said, id: newId(), token: second })).rejects.toThrow('Nobody waits')
  expect((await findConcern(of('tom'), id)).chronology.filter(({ kind }) => kind === 'receipt')).toMatchObject([{ byName: null, says: [{ text: 'Ada Adeyemi' }, { text: 'Designated safeguarding lead' }] }])
  expect(await findReceiptAsked(second)).toMatchObject({ isAwaited: false })
  expect(await awaited('fatima', id)).toBeUndefined()
  expect((await findCase(of('tom'), id)).transfer).toMatchObject({ isAwaited: false, packs: 2, receivedAt: expect.any(Date) as Date })
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
  await expect(findReceiptAsked('another-code')).rejects.toThrow(NotFound)
  await expect(confirmReceipt({ ...said, token: 'another-code' })).rejects.toThrow(NotFound)
}, 90_000)

test('a keeper writes a receipt down that came by letter; nobody else does; a case that is opened again waits for none, and handed on again waits anew', async () => {
  const id = await sent()
  const code = await codeIn(id)
  await expect(writeDownReceipt(of('bea'), { ...step(id), ...receipt, how: 'A letter.' })).rejects.toThrow(NotFound)
  await reopenConcern(of('fatima'), { ...step(id), words })
  expect(await awaited('fatima', id)).toBeUndefined()
  await expect(confirmReceipt({ id: newId(), token: code, ...receipt })).rejects.toThrow(Conflict)
  await transfer(id)
  await expect(confirmReceipt({ id: newId(), token: code, ...receipt }), 'the code was of the first time').rejects.toThrow(Conflict)
  const down = { ...step(id), ...receipt, how: 'A letter.' }
  await Promise.all([1, 2].map(() => writeDownReceipt(of('tom'), down)))
  await expect(writeDownReceipt(of('fatima'), { ...down, id: newId() })).rejects.toThrow(Conflict)
  expect(await awaited('fatima', id)).toBeUndefined()
  expect((await kinds(id)).filter((kind) => kind === 'receipt')).toHaveLength(1)
}, 90_000)

test('not past an agency that is waited for, nor a referral that was decided and not made; and what was high never arrives by one adult alone', async () => {
  const id = await taken()
  await triage(id, 'high')
  await decide(id, 'refer')
  await expect(transfer(id)).rejects.toThrow('An agency has not answered yet')
  expect((await findCase(of('fatima'), id)).can).not.toContain('transferred')
  const agencyId = newId()
  await keepAgency(of('fatima'), { id: agencyId, organisationId: cast.riverside, kind: 'front_door', area: 'Eastmarsh', name: 'Eastmarsh MASH', phone: '020 7946 0101', hours: 'Monday to Friday' })
  await referConcern(of('fatima'), { ...step(id), agencyId, basis: 'public_task', happenedAt: localOf(now(), 'Europe/London'), child: 'Wren Hale', said: 'He hits me.', done: 'Seen at two.', family: 'Not told.', ask: 'An assessment today.', referrer: 'Fatima', how: 'Rung.' })
  await expect(transfer(id)).rejects.toThrow('An agency has not answered yet')
  const { number } = (await findCase(of('fatima'), id)).referrals[0]!
  await writeDownAnswer(of('fatima'), { ...step(id), number, answer: 'accepted', who: 'Ann Low', reference: 'EM-1', words: 'A visit tomorrow.' })
  await transfer(id)
  const { pack } = await openPack((await takePack(of('fatima'), { concernId: id, password })).html, password)
  expect(pack.agencies).toEqual([{ name: 'Eastmarsh MASH', phone: '020 7946 0101', askedAt: expect.any(String) as string, isOpen: false, answer: 'They act on it', reference: 'EM-1' }])
  expect((await findConcern(of('tom'), id)).chronology.find(({ kind }) => kind === 'exported')!.proof, 'the number that stands in the file').toBe(proofOf(pack.chain.head))
  const down = { ...step(id), ...receipt, how: 'A letter.' }
  const { transfer: { id: transferId } } = (await findCase(of('fatima'), id)) as { transfer: { id: string } }
  await expect(writeDownReceipt(of('fatima'), down)).rejects.toThrow(Forbidden)
  await expect(onServer(databaseUrl(), `SET ROLE app; SELECT set_config('app.viewer', '${of('fatima').id}', false); SELECT app.add_to_chronology(uuidv7(), '${id}', 'receipt', '{"transferId":"${transferId}"}', '\\x01')`)).rejects.toThrow('another adult')
  expect([(await findCase(of('fatima'), id)).can.includes('receipt'), (await findCase(of('tom'), id)).can.includes('receipt')]).toEqual([false, true])
  // Nor by the link in a file: at the door nobody knows who opens it.
  expect(pack.handedOn!.receiptLink).toBeNull()
  const code = `SET ROLE app; SELECT set_config('app.viewer', '${of('fatima').id}', false); INSERT INTO "ReceiptCode" (id, "organisationId", "concernId", "transferId", "codeHash", "byId") VALUES (uuidv7(), '${cast.riverside}', '${id}', '${transferId}', '\\x0a', '${of('fatima').id}')`
  await expect(onServer(databaseUrl(), code)).rejects.toThrow('row-level security')
  expect(await codeIn(id, 'tom')).toHaveLength(43)
  await writeDownReceipt(of('tom'), down)
  expect(await awaited('tom', id)).toBeUndefined()
}, 90_000)

test('a receipt that does not come climbs to the deputies and then the head, once; with it, nothing does', async () => {
  const [silent, heard] = [await sent(), await sent()]
  await writeDownReceipt(of('tom'), { ...step(heard), ...receipt, how: 'A letter.' })
  expect(await awaited('tom', silent)).toMatchObject({ packs: 0 })
  await moveClock('20 days')
  await climbCases()
  await climbCases()
  const climbed = async (id: string) => (await findConcern(of('tom'), id)).chronology.flatMap(({ kind, clock, rung }) => (kind === 'climbed' && clock === 'arriving' ? [rung] : []))
  expect([await climbed(silent), await climbed(heard)]).toEqual([['deputies', 'head'], []])
  expect(await awaited('hana', silent), 'who was told can act').toMatchObject({ isLate: true })
  expect((await findCase(of('tom'), silent)).clock).toMatchObject({ clock: 'arriving', isOver: true })
  await moveClock('0')
})

test('nor past the deeds: no line and no code by whoever does not keep it, and no receipt without a code', async () => {
  const id = await sent()
  const asApp = (name: string, sql: string) => onServer(databaseUrl(), `SET ROLE app; SELECT set_config('app.viewer', '${of(name).id}', false); ${sql}`)
  const { transfer: { id: transferId } } = (await findCase(of('fatima'), id)) as { transfer: { id: string } }
  for (const name of ['marcus', 'jay', 'bea', 'hana']) {
    for (const kind of ['exported', 'receipt', 'transferred']) await expect(asApp(name, `SELECT app.add_to_chronology(uuidv7(), '${id}', '${kind}', '{"transferId":"${transferId}"}', '\\x01')`), `${name} ${kind}`).rejects.toThrow()
    await expect(asApp(name, `INSERT INTO "ReceiptCode" (id, "organisationId", "concernId", "transferId", "codeHash", "byId") SELECT uuidv7(), "organisationId", '${id}', '${transferId}', '\\x01', '${of(name).id}' FROM "Membership" LIMIT 1`), name).rejects.toThrow('row-level security')
  }
  await expect(asApp('fatima', 'SELECT * FROM "ReceiptCode"')).rejects.toThrow('permission denied')
  await expect(asApp('fatima', `SELECT * FROM app.transfer_of_code('\\x01')`)).rejects.toThrow('permission denied')
  await expect(onServer(databaseUrl(), `SET ROLE door; SELECT * FROM app.confirm_receipt('\\x01', uuidv7(), '\\x01', uuidv7(), '\\x01')`)).rejects.toThrow('no such code')
  await expect(onServer(databaseUrl(), `SET ROLE door; SELECT app.add_to_chronology(uuidv7(), '${id}', 'receipt', '{"transferId":"${transferId}"}', '\\x01')`)).rejects.toThrow('permission denied')
  await expect(asOwner(`UPDATE "ReceiptCode" SET "codeHash" = '\\x02'`)).rejects.toThrow('never changed')
})

test('killed between any two statements of handing it on: it is wholly done or wholly not, and sent again it is done once', async () => {
  const fresh = async () => { const id = await taken(); await triage(id, 'low'); return { id, input: form(id) } }
  const die = (input: object, at: number) => diedDoing({ module: 'modules/cases/transfer-concern.server.ts', deed: 'transferConcern', viewer: of('fatima'), input }, at)
  const parts = (id: string, lineId: string) => asSystem('look in a test', async (tx) => ({
    lines: await tx.chronologyEntry.count({ where: { concernId: id, kind: 'transferred' } }), key: await tx.rowKey.count({ where: { rowId: lineId } }),
    act: await tx.act.count({ where: { kind: 'concern.transferred', subjectId: id } }), state: (await tx.chronologyHead.findUniqueOrThrow({ where: { concernId: id } })).state,
  }))
  const alive = await fresh()
  const { statements, said } = await die(alive.input, 0)
  expect(statements, said).toBeGreaterThan(8)
  const everything = { lines: 1, key: 1, act: 1, state: 'transferred' }
  expect(await parts(alive.id, alive.input.id)).toEqual(everything)
  const points = process.env.BELAY_SOAK ? Array.from({ length: statements }, (_, index) => index + 1) : [2, Math.round(statements * 0.6), statements]
  for (const point of points) {
    const { id, input } = await fresh()
    expect(await die(input, point), `before statement ${point}`).toMatchObject({ signal: 'SIGKILL' })
    expect(await parts(id, input.id), `killed before statement ${point}`).toEqual({ lines: 0, key: 0, act: 0, state: 'triaged' })
    await transferConcern(of('fatima'), input)
    expect(await parts(id, input.id)).toEqual(everything)
    expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
  }
}, process.env.BELAY_SOAK ? 900_000 : 120_000)
