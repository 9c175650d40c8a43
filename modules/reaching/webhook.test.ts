import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aReceiver, type Received } from '#tests/support/a-receiver.ts'
import { cast, of } from '#tests/support/a-case.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { keepFrom } from '../cases/keep-from.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { change } from '../db/change.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound, TooMany } from '../errors.ts'
import { climb } from '../safeguarding/climb.server.ts'
import { raiseConcern } from '../safeguarding/raise-concern.server.ts'
import { takeOnConcern } from '../safeguarding/take-on-concern.server.ts'
import { settings } from '../settings.server.ts'
import { endWebhook } from './end-webhook.server.ts'
import { findWebhook } from './find-webhook.server.ts'
import { howItReached } from './how-it-reached.server.ts'
import { notReached } from './not-reached.server.ts'
import { renewSecret } from './renew-secret.server.ts'
import { sendToWebhook } from './send-to-webhook.server.ts'
import { setWebhook } from './set-webhook.server.ts'
import { triedAgainAfter } from './tried-again.ts'
import { tryWebhook } from './try-webhook.server.ts'
import { webhookCall } from './webhook-call.ts'

let gateway: Awaited<ReturnType<typeof aReceiver>>
const raise = (more: object = {}) => raiseConcern(of('jay'), { id: newId(), who: 'Wren', what: 'He is afraid to go home.', danger: 'soon', ...more })
const form = (more: object = {}) => ({ id: newId(), organisationId: cast.riverside, address: `http://${gateway.host}/hook?key=k3y-of-ours`, reaches: ['safeguarding_lead', 'deputy_lead', 'head'] as ('safeguarding_lead' | 'deputy_lead' | 'head')[], ...more })
/** The calls that were put in the queue for this message's concern or person, oldest first. */
const calls = async (about: string) => (await asSystem('look in a test', (tx) => tx.$queryRaw<{ data: unknown; at: Date }[]>`SELECT data, start_after AS at FROM jobs.job WHERE name = 'reaching.webhook-call' AND (data->>'concernId' = ${about} OR data->>'id' = ${about}) ORDER BY created_on, id`)).map(({ data, at }) => ({ ...webhookCall.data.parse(data), at }))
const attempts = (concernId: string) => asSystem('look in a test', (tx) => tx.concernAttempt.findMany({ where: { concernId, way: 'webhook' }, orderBy: { tried: 'asc' } }))
/** As a gateway checks it: the algorithm of the standard, written out. */
const isSigned = ({ headers, body }: Received, secret: string) => String(headers['webhook-signature']).split(' ').includes(`v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`).digest('base64')}`)
let secret = ''
const theWebhook = async () => (await findWebhook(of('fatima'), cast.riverside)).webhook!

beforeAll(async () => {
  gateway = await aReceiver()
  settings().WEBHOOK_HOSTS = gateway.host
})
beforeEach(async () => {
  await moveClock('0')
  gateway.received.length = 0
  gateway.answers = (answer) => { answer.end() }
  const there = (await findWebhook(of('fatima'), cast.riverside)).webhook
  if (there) await endWebhook(of('fatima'), { webhookId: there.id })
  secret = (await setWebhook(of('fatima'), form())).secret!
})
afterAll(() => { settings().WEBHOOK_HOSTS = undefined; gateway.close() })

test('a message says that something needs somebody, how near it is and on which rung, and nothing of whom or what; signed', async () => {
  const id = await raise()
  const [call] = await calls(id)
  await sendToWebhook(call!)
  const [received] = gateway.received
  expect(gateway.received).toHaveLength(1)
  expect(JSON.parse(received!.body)).toEqual({ type: 'belay.needs_you', timestamp: expect.any(String) as string, data: { text: 'Something in Belay needs you. Open Belay.', link: settings().baseUrl, urgency: 'soon', rung: 'first' } })
  expect(`${received!.body}${JSON.stringify(received!.headers)}`).not.toMatch(/Jay|Wren|afraid|home\.|Riverside|Fatima/)
  expect(received!.body).not.toContain(id)
  expect(received!.headers['webhook-id']).toBe(call!.id)
  expect([isSigned(received!, secret), isSigned({ ...received!, body: `${received!.body} ` }, secret)]).toEqual([true, false])
  expect(Math.abs(Number(received!.headers['webhook-timestamp']) * 1000 - Date.now())).toBeLessThan(60_000)
  expect(await attempts(id)).toMatchObject([{ outcome: 'done', status: 200, rung: 'first', tried: 0, messageId: call!.id, personId: null }])
  // Done again by a process that was to end it: it is on record, and is not sent twice.
  await sendToWebhook(call!)
  expect([gateway.received.length, (await attempts(id)).length]).toEqual([1, 1])
})

// These two before any that moves the clock: what goes through later, also by a clock that was moved on, ends them.
test('not taken, it is tried later and later under the same id, then given up, which stands on Today until something goes through', async () => {
  gateway.answers = (answer) => { answer.writeHead(500).end() }
  const id = await raise()
  for (let tried = 0; tried <= triedAgainAfter.length; tried += 1) {
    const made = await calls(id)
    expect(made.map((call) => call.tried)).toEqual(Array.from({ length: tried + 1 }, (_each, place) => place))
    await sendToWebhook(made[tried]!)
  }
  expect(await calls(id)).toHaveLength(triedAgainAfter.length + 1)
  expect(new Set(gateway.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect((await attempts(id)).map(({ outcome, trouble, status }) => `${outcome} ${trouble!} ${status!}`)).toEqual([...triedAgainAfter.map(() => 'waits refused 500'), 'given_up refused 500'])
  const said = (await asSystem('look in a test', (tx) => tx.$queryRaw<{ gap: number }[]>`SELECT extract(epoch FROM start_after - created_on)::int AS gap FROM jobs.job WHERE name = 'reaching.webhook-call' AND data->>'concernId' = ${id} AND data->>'tried' = '6'`))[0]!.gap
  expect(Math.abs(said - 3600)).toBeLessThan(5)
  const onToday = async (name: string) => (await notReached(of(name))).map(({ way, concernId }) => `${way} ${concernId === id}`)
  expect([await onToday('fatima'), await onToday('tom'), await onToday('grace'), await onToday('marcus'), await onToday('bea'), await onToday('ella')]).toEqual([['webhook true'], ['webhook true'], [], [], [], []])
  gateway.answers = (answer) => { answer.end() }
  await sendToWebhook((await calls(await raise()))[0]!)
  expect(await onToday('fatima')).toEqual([])
})

test('ended while it did not answer: the next try is given up, and stands on Today until another one takes something', async () => {
  gateway.answers = (answer) => { answer.writeHead(500).end() }
  const id = await raise()
  await sendToWebhook((await calls(id))[0]!)
  await endWebhook(of('fatima'), { webhookId: (await theWebhook()).id })
  const next = (await calls(id)).find(({ tried }) => tried === 1)!
  await sendToWebhook(next)
  await sendToWebhook(next)
  expect((await attempts(id)).map(({ outcome, trouble }) => `${outcome} ${trouble ?? ''}`)).toEqual(['waits refused', 'given_up '])
  const onToday = async () => (await notReached(of('tom'))).map(({ way, concernId }) => `${way} ${concernId === id}`)
  expect(await onToday()).toEqual(['webhook true'])
  gateway.answers = (answer) => { answer.end() }
  await setWebhook(of('fatima'), form())
  expect(await onToday(), 'a new address alone reaches nobody').toEqual(['webhook true'])
  await sendToWebhook((await calls(await raise()))[0]!)
  expect(await onToday()).toEqual([])
})

test('each rung calls, whoever does not answer; the last one the delivery site too', async () => {
  await setWebhook(of('ella'), form({ organisationId: cast.eastside, reaches: ['programme_lead'], address: `http://${gateway.host}/site` }))
  const id = await raise({ danger: 'now' })
  await moveClock('16 minutes')
  await climb(id)
  const made = await calls(id)
  expect(made.map(({ rung, to }) => `${rung!} ${to}`).sort()).toEqual(['delivery_site setting', 'delivery_site site', 'deputies setting', 'deputies setting', 'first setting', 'head setting'])
  for (const call of made) await sendToWebhook(call)
  expect(gateway.received.map(({ body }) => (JSON.parse(body) as { data: { rung: string; urgency: string } }).data).map(({ rung, urgency }) => `${rung} ${urgency}`).sort()).toEqual(['delivery_site now', 'delivery_site now', 'deputies now', 'deputies now', 'first now', 'head now'])
  expect(new Set(gateway.received.map(({ headers }) => headers['webhook-id'])).size).toBe(6)
  expect((await findWebhook(of('ella'), cast.eastside)).attempts, 'the site’s own page shows no concern').toEqual([])
})

test('where whoever it is kept from may be rung, it is held back, and says so', async () => {
  const about = await raise({ keptFrom: [of('tom').id] })
  await sendToWebhook((await calls(about))[0]!)
  // Nobody at the other end is a youth worker, so that nobody hears who must not.
  const worker = await raise({ keptFrom: [of('marcus').id] })
  await sendToWebhook((await calls(worker))[0]!)
  expect(gateway.received).toHaveLength(1)
  expect([(await attempts(about))[0]!.outcome, (await attempts(worker))[0]!.outcome]).toEqual(['held_back', 'done'])
  // Kept from somebody only after it had been called out: the next try is held back.
  gateway.answers = (answer) => { answer.writeHead(500).end() }
  const later = await raise()
  await sendToWebhook((await calls(later))[0]!)
  await takeOnConcern(of('fatima'), { concernId: later, firstStep: 'See her at two.' })
  await keepFrom(of('fatima'), { id: newId(), concernId: later, personId: of('tom').id, words: 'It is about him.' })
  await sendToWebhook((await calls(later)).find(({ tried }) => tried === 1)!)
  expect((await attempts(later)).map(({ outcome }) => outcome)).toEqual(['waits', 'held_back'])
})

test('the secret is shown once, and for a day after a new one was made both sign', async () => {
  const again = form()
  await endWebhook(of('fatima'), { webhookId: (await theWebhook()).id })
  const [first, second] = [await setWebhook(of('fatima'), again), await setWebhook(of('fatima'), again)]
  expect([first.secret!.startsWith('whsec_'), second.secret]).toEqual([true, null])
  await expect(setWebhook(of('tom'), form())).rejects.toThrow(Conflict)
  await moveClock('1 second')
  const one = await renewSecret(of('tom'), { id: newId(), organisationId: cast.riverside })
  const send = async () => { await sendToWebhook((await calls(await raise()))[0]!); return gateway.received.at(-1)! }
  const during = await send()
  expect([isSigned(during, first.secret!), isSigned(during, one.secret!)]).toEqual([true, true])
  // Made anew again and again within the day, the one that the gateway still has keeps signing.
  await moveClock('2 seconds')
  const two = await renewSecret(of('tom'), { id: newId(), organisationId: cast.riverside })
  await moveClock('3 seconds')
  const three = await renewSecret(of('fatima'), { id: newId(), organisationId: cast.riverside })
  const often = await send()
  expect([first, one, two, three].map((made) => isSigned(often, made.secret!))).toEqual([true, true, true, true])
  await moveClock('25 hours')
  const after = await send()
  expect([first, one, two, three].map((made) => isSigned(after, made.secret!))).toEqual([false, false, false, true])
  for (const name of ['fatima', 'grace']) {
    await expect(read(of(name), (tx) => tx.webhookSecret.findMany()), name).rejects.toThrow('permission denied')
    expect(await read(of(name), (tx) => tx.rowKey.count({ where: { ofTable: 'WebhookSecret' } })), name).toBe(0)
  }
})

test('a trial is sent once, and its keepers see what came of it; of concerns the coordinator sees no attempt', async () => {
  const id = newId()
  await tryWebhook(of('grace'), { id, organisationId: cast.riverside })
  gateway.answers = (answer) => { answer.writeHead(302, { location: `http://${gateway.host}/` }).end() }
  const [call] = await calls(id)
  await sendToWebhook(call!)
  expect(JSON.parse(gateway.received[0]!.body)).toMatchObject({ type: 'belay.trial', data: { text: 'This is a trial from Belay. Nobody needs to do anything.', urgency: 'trial', rung: null } })
  expect((await findWebhook(of('grace'), cast.riverside)).attempts[0]).toMatchObject({ concernId: null, outcome: 'given_up', trouble: 'sent_elsewhere', status: 302 })
  expect(await calls(id)).toHaveLength(1)
  expect(await notReached(of('fatima')), 'whoever tried it saw').toEqual([])
  gateway.answers = (answer) => { answer.end() }
  const concern = await raise()
  await sendToWebhook((await calls(concern))[0]!)
  const seen = async (name: string) => (await findWebhook(of(name), cast.riverside)).attempts.some(({ concernId }) => concernId === concern)
  expect([await seen('fatima'), await seen('grace')]).toEqual([true, false])
  expect((await findWebhook(of('grace'), cast.riverside)).attempts.every(({ concernId }) => concernId === null)).toBe(true)
})

test('a coordinator sees that there is one, and changes nothing: whoever has the address learns of every concern', async () => {
  const { id } = await theWebhook()
  const mine = of('grace')
  await expect(setWebhook(mine, form())).rejects.toThrow(Forbidden)
  await expect(endWebhook(mine, { webhookId: id })).rejects.toThrow(Forbidden)
  await expect(renewSecret(mine, { id: newId(), organisationId: cast.riverside })).rejects.toThrow(Forbidden)
  expect(await findWebhook(mine, cast.riverside)).toMatchObject({ keepsIt: false, readsConcerns: false, webhook: { id, address: null, secretAt: null } })
  expect(await findWebhook(of('tom'), cast.riverside)).toMatchObject({ keepsIt: true, webhook: { address: `http://${gateway.host}/hook?key=k3y-of-ours` } })
  await expect(change(mine, (tx) => tx.webhook.createMany({ data: [{ id: newId(), organisationId: cast.riverside, address: new Uint8Array(1), byId: mine.id }] }))).rejects.toThrow('row-level security')
  await expect(change(mine, (tx) => tx.webhookSecret.createMany({ data: [{ id: newId(), organisationId: cast.riverside, webhookId: id, secret: new Uint8Array(1), byId: mine.id }] }))).rejects.toThrow('row-level security')
  expect(await change(mine, (tx) => tx.webhook.updateMany({ where: { id }, data: { endedAt: new Date(), endedById: mine.id } }))).toEqual({ count: 0 })
})

test('a concern that is kept from whoever set the address, made a secret or keeps it is held back, whoever’s phones ring', async () => {
  const outcomeFor = async (keptFrom: string) => { const id = await raise({ keptFrom: [of(keptFrom).id] }); await sendToWebhook((await calls(id))[0]!); return (await attempts(id))[0]!.outcome }
  const set = async (byId: string) => {
    await endWebhook(of('fatima'), { webhookId: (await theWebhook()).id })
    await setWebhook(of('fatima'), form({ reaches: ['head'] }))
    // As it was before only leads and deputies set it.
    await asOwner(`UPDATE "Webhook" SET "byId" = '${byId}' WHERE "endedAt" IS NULL AND "organisationId" = '${cast.riverside}'`)
  }
  await set(of('fatima').id)
  expect([await outcomeFor('marcus'), await outcomeFor('tom')]).toEqual(['done', 'held_back'])
  await set(of('marcus').id)
  expect(await outcomeFor('marcus')).toBe('held_back')
  await set(of('fatima').id)
  await asOwner(`UPDATE "WebhookSecret" SET "byId" = '${of('marcus').id}' WHERE "webhookId" = '${(await theWebhook()).id}'`)
  expect(await outcomeFor('marcus')).toBe('held_back')
})

test('a concern cannot be taken from under its attempts, and what is not a trial does not look like one', async () => {
  const id = await raise()
  await sendToWebhook((await calls(id))[0]!)
  await expect(asOwner(`UPDATE "ConcernAttempt" SET "concernId" = NULL WHERE "concernId" = '${id}'`)).rejects.toThrow('a_trial_names_nobody')
})

test('who keeps it, and who does not; not by SQL either; nobody changes an attempt', async () => {
  for (const name of ['marcus', 'hana', 'helen', 'amara']) {
    await expect(setWebhook(of(name), form()), name).rejects.toThrow(Forbidden)
    await expect(findWebhook(of(name), cast.riverside), name).rejects.toThrow(Forbidden)
    await expect(tryWebhook(of(name), { id: newId(), organisationId: cast.riverside }), name).rejects.toThrow(Forbidden)
  }
  await expect(findWebhook(of('leon'), cast.riverside)).rejects.toThrow(NotFound)
  const { id } = await theWebhook()
  for (const name of ['bea', 'marcus', 'amara', 'hana']) {
    await expect(endWebhook(of(name), { webhookId: id }), name).rejects.toThrow(NotFound)
    await expect(renewSecret(of(name), { id: newId(), organisationId: cast.riverside }), name).rejects.toThrow(Forbidden)
    expect(await read(of(name), (tx) => tx.webhook.count()), name).toBe(0)
    await expect(change(of(name), (tx) => tx.webhook.createMany({ data: [{ id: newId(), organisationId: cast.harbour, address: new Uint8Array(1), byId: of('grace').id }] })), name).rejects.toThrow('row-level security')
  }
  const concern = await raise()
  await sendToWebhook((await calls(concern))[0]!)
  await expect(change(of('fatima'), (tx) => tx.concernAttempt.createMany({ data: [{ organisationId: cast.riverside, concernId: concern, way: 'letter', outcome: 'done' }] }))).rejects.toThrow('permission denied')
  await expect(change(of('fatima'), (tx) => tx.concernAttempt.deleteMany())).rejects.toThrow('permission denied')
  await expect(asSystem('try in a test', (tx) => tx.concernAttempt.updateMany({ data: { outcome: 'done' } }))).rejects.toThrow('permission denied')
  expect(await asSystem('try in a test', (tx) => tx.concernAttempt.deleteMany()), 'not before its time').toMatchObject({ count: 0 })
  for (const name of ['jay', 'grace', 'hana', 'bea', 'ella']) expect(await howItReached(of(name), concern), name).toEqual([])
  expect((await howItReached(of('tom'), concern)).map(({ way, personName }) => `${way} ${personName ?? ''}`.trim()).sort()).toEqual(['list Fatima', 'list Marcus', 'list Tom', 'webhook'])
})

test('ended, nothing is sent any more; with none, nothing is on record', async () => {
  const id = await raise()
  await endWebhook(of('tom'), { webhookId: (await theWebhook()).id })
  await sendToWebhook((await calls(id))[0]!)
  expect([gateway.received, await attempts(id)]).toEqual([[], []])
  await expect(tryWebhook(of('grace'), { id: newId(), organisationId: cast.riverside })).rejects.toThrow('no webhook')
})

test('a process that dies after it called and before it wrote that down calls again, under the same id, and it is one attempt', async () => {
  const id = await raise()
  const [call] = await calls(id)
  const program = `const { useDatabase } = await import('#modules/db/clients.server.ts'); useDatabase(${JSON.stringify(databaseUrl())}); const { sendToWebhook } = await import('#modules/reaching/send-to-webhook.server.ts'); await sendToWebhook(${JSON.stringify(call)})`
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program], { env: { ...process.env, NODE_OPTIONS: '', WEBHOOK_HOSTS: gateway.host } })
  gateway.answers = () => { child.kill('SIGKILL') }
  const [, signal] = (await once(child, 'close')) as [number | null, string | null]
  expect([signal, gateway.received.length, await attempts(id)]).toEqual(['SIGKILL', 1, []])
  gateway.answers = (answer) => { answer.end() }
  await sendToWebhook(call!)
  expect([new Set(gateway.received.map(({ headers }) => headers['webhook-id'])).size, gateway.received.length, (await attempts(id)).length]).toEqual([1, 2, 1])
})

test('trials are limited, by setting', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 14 }, () => tryWebhook(of('grace'), { id: newId(), organisationId: cast.riverside })))
  expect(tries.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(10)
  await expect(tryWebhook(of('fatima'), { id: newId(), organisationId: cast.riverside })).rejects.toThrow(TooMany)
})
