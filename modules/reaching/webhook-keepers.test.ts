import { expect, test } from 'vitest'
import { cast, of } from '#tests/support/a-case.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { calls, form, gateway, isSigned, raise, theWebhook, withAWebhook } from '#tests/support/a-webhook.ts'
import { asSystem } from '../db/as-system.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound, TooMany } from '../errors.ts'
import { endWebhook } from './end-webhook.server.ts'
import { findWebhook } from './find-webhook.server.ts'
import { howItReached } from './how-it-reached.server.ts'
import { notReached } from './not-reached.server.ts'
import { renewSecret } from './renew-secret.server.ts'
import { sendToWebhook } from './send-to-webhook.server.ts'
import { setWebhook } from './set-webhook.server.ts'
import { tryWebhook } from './try-webhook.server.ts'

withAWebhook()

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

test('trials are limited, by setting', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 14 }, () => tryWebhook(of('grace'), { id: newId(), organisationId: cast.riverside })))
  expect(tries.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(10)
  await expect(tryWebhook(of('fatima'), { id: newId(), organisationId: cast.riverside })).rejects.toThrow(TooMany)
})
