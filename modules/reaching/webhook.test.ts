import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { cast, of } from '#tests/support/a-case.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { attempts, calls, form, gateway, isSigned, raise, secret, theWebhook, withAWebhook } from '#tests/support/a-webhook.ts'
import { keepFrom } from '../cases/keep-from.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { climb } from '../safeguarding/climb.server.ts'
import { takeOnConcern } from '../safeguarding/take-on-concern.server.ts'
import { settings } from '../settings.server.ts'
import { endWebhook } from './end-webhook.server.ts'
import { findWebhook } from './find-webhook.server.ts'
import { notReached } from './not-reached.server.ts'
import { sendToWebhook } from './send-to-webhook.server.ts'
import { setWebhook } from './set-webhook.server.ts'
import { triedAgainAfter } from './tried-again.ts'
import { tryWebhook } from './try-webhook.server.ts'

withAWebhook()

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
