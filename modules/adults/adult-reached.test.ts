import { expect, test } from 'vitest'
import { asOwner } from '#tests/support/as-owner.ts'
import { cast, of } from '#tests/support/a-case.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { calls, gateway, form, theWebhook, withAWebhook } from '#tests/support/a-webhook.ts'
import { asSystem } from '../db/as-system.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { endWebhook } from '../reaching/end-webhook.server.ts'
import { howAdultReached } from '../reaching/how-it-reached.server.ts'
import { noteOpenPage } from '../reaching/note-open-page.server.ts'
import { notReached } from '../reaching/not-reached.server.ts'
import { purgeAttempts } from '../reaching/purge-attempts.server.ts'
import { sendToWebhook } from '../reaching/send-to-webhook.server.ts'
import { setWebhook } from '../reaching/set-webhook.server.ts'
import { triedAgainAfter } from '../reaching/tried-again.ts'
import { adultLetter } from './adult-letter.ts'
import { bringInToAdultConcern } from './bring-in-to-adult-concern.server.ts'
import { climbAdults } from './climb-adults.server.ts'
import { keepAdultConcernFrom } from './keep-adult-concern-from.server.ts'
import { postAdultLetter } from './post-adult-letter.server.ts'
import { shareAdultConcern } from './share-adult-concern.server.ts'

withAWebhook()

const share = (by: string, more: object = {}) => shareAdultConcern(of(by), { id: newId(), organisationId: cast.riverside, danger: 'soon', what: 'He texts her at night.', aboutId: of('marcus').id, ...more })
const reached = async (id: string, name = 'fatima') => (await howAdultReached(of(name), id)).map(({ way, personName, rung, outcome }) => `${way} ${personName ?? '-'} ${rung!} ${outcome}`).sort()
/** The messages about it that were put in the queue, to this address. */
const adultCalls = async (id: string, to = 'setting') => (await asSystem('look in a test', (tx) => tx.$queryRaw<{ id: string }[]>`SELECT DISTINCT data->>'id' AS id FROM jobs.job WHERE name = 'reaching.webhook-call' AND data->>'adultConcernId' = ${id} AND data->>'to' = ${to} ORDER BY 1`)).map((row) => row.id)
const send = async (id: string, to = 'setting') => { for (const message of await adultCalls(id, to)) for (const { at: _, ...call } of (await calls(message)).slice(-1)) await sendToWebhook(call) }
/** Only leads' and deputies' phones ring there. */
const ringing = async (...reaches: ('safeguarding_lead' | 'deputy_lead' | 'head')[]) => {
  await endWebhook(of('fatima'), { webhookId: (await theWebhook()).id })
  await setWebhook(of('fatima'), form({ reaches }))
}

test('each attempt is on record for those who keep it: their list, an open page, a letter', async () => {
  const id = await share('jay')
  expect(await reached(id)).toEqual(['list Fatima first done', 'list Tom first done'])
  await noteOpenPage(of('fatima').id, id)
  await noteOpenPage(of('jay').id, id)
  await noteOpenPage(of('marcus').id, id)
  for (const name of ['fatima', 'tom']) await postAdultLetter(adultLetter.data.parse({ adultConcernId: id, personId: of(name).id, rung: 'first' }))
  expect((await reached(id)).filter((one) => !one.startsWith('list'))).toEqual([expect.stringMatching(/^letter Fatima first (done|no_address)$/), expect.stringMatching(/^letter Tom first (done|no_address)$/), 'page Fatima first done'])
  for (const name of ['jay', 'marcus', 'hana', 'grace', 'bea', 'ella']) expect(await reached(id, name), name).toEqual([])
  await expect(read(of('fatima'), (tx) => tx.adultAttempt.createMany({ data: [{ organisationId: cast.riverside, adultConcernId: id, way: 'letter', outcome: 'done' }] }))).rejects.toThrow()
})

test('a letter that waits is held back from whom it turned out to be about; one that is not taken is tried again, given up, and stands on Today', async () => {
  const id = await share('jay', { aboutId: undefined, aboutName: 'Somebody at the office' })
  await keepAdultConcernFrom(of('tom'), { id: newId(), adultConcernId: id, personId: of('fatima').id, isAbout: 'yes', words: 'It was her.' })
  await postAdultLetter({ adultConcernId: id, personId: of('fatima').id, rung: 'first' })
  expect(await reached(id, 'hana')).toContain('letter Fatima first held_back')
  const other = await share('jay')
  await asSystem('a try in a test', (tx) => tx.adultAttempt.createMany({ data: [{ organisationId: cast.riverside, adultConcernId: other, personId: of('tom').id, rung: 'first', way: 'letter', tried: triedAgainAfter.length, outcome: 'given_up', trouble: 'no_answer' }] }))
  expect((await notReached(of('fatima'))).find(({ concernId }) => concernId === other)).toMatchObject({ way: 'letter', personName: 'Tom', isAboutAdult: true })
  expect((await notReached(of('bea'))).some(({ concernId }) => concernId === other)).toBe(false)
})

test('the gateway is called with no name, no id and nothing said, and what came of it is written down, once', async () => {
  await ringing('safeguarding_lead', 'deputy_lead')
  const id = await share('jay')
  await send(id)
  await send(id)
  expect(gateway.received).toHaveLength(1)
  const { body } = gateway.received[0]!
  expect(JSON.parse(body)).toMatchObject({ type: 'belay.needs_you', data: { text: 'Something in Belay needs you. Open Belay.', urgency: 'soon', rung: 'first' } })
  for (const word of [id, 'Marcus', 'texts', cast.riverside, 'adult']) expect(body, word).not.toContain(word)
  expect(await reached(id)).toContain('webhook - first done')
  gateway.answers = (answer) => { answer.statusCode = 503; answer.end() }
  const again = await share('jay')
  await send(again)
  await send(again)
  expect((await howAdultReached(of('tom'), again)).filter(({ way }) => way === 'webhook').map(({ tried, outcome, status }) => [tried, outcome, status])).toEqual([[1, 'waits', 503], [0, 'waits', 503]])
})

test('it is held back where somebody’s phone may ring who does not read it, and where whom it is kept from has the address', async () => {
  await ringing('safeguarding_lead', 'deputy_lead', 'head')
  const id = await share('jay')
  await send(id)
  expect([gateway.received.length, (await reached(id)).includes('webhook - first held_back')]).toEqual([0, true])
  // Once the head reads it, they may be rung.
  await bringInToAdultConcern(of('fatima'), { id: newId(), adultConcernId: id, personId: of('hana').id, words: 'To decide with me.' })
  await send(id)
  expect(gateway.received).toHaveLength(1)
  await ringing('head')
  const round = await share('jay', { aboutId: of('fatima').id })
  await send(round)
  expect([gateway.received.length, await reached(round, 'hana')]).toEqual([1, expect.arrayContaining(['webhook - first held_back'])])
  // The delivery site’s is called only where somebody of it was told.
  await send(id, 'site')
  expect(gateway.received).toHaveLength(1)
})

test('a name kept apart is called like the others; on each rung anew; what is old enough goes, unless what is about the adult is held', async () => {
  const id = await share('tom', { isApart: true })
  const letters = await asSystem('look in a test', (tx) => tx.$queryRaw<{ person: string }[]>`SELECT data->>'personId' AS person FROM jobs.job WHERE name = 'adults.letter' AND data->>'adultConcernId' = ${id}`)
  expect(letters.map(({ person }) => person).sort()).toEqual([of('fatima').id, of('tom').id].sort())
  await moveClock('50 minutes')
  await climbAdults()
  expect(await reached(id)).toEqual(['list Ella delivery_site done', 'list Fatima deputies done', 'list Fatima first done', 'list Hana head done', 'list Tom deputies done', 'list Tom first done'])
  const held = await share('jay', { aboutId: of('grace').id })
  await asOwner(`INSERT INTO "LegalHold" (id, "organisationId", "personId", reason, "byId") VALUES (uuidv7(), '${cast.riverside}', '${of('grace').id}', '\\x00', '${of('fatima').id}')`)
  await moveClock('3000 days')
  await purgeAttempts()
  const left = async (record: string) => asSystem('look in a test', (tx) => tx.adultAttempt.count({ where: { adultConcernId: record } }))
  expect([await left(id), await left(held)]).toEqual([0, 2])
  await moveClock('0')
})
