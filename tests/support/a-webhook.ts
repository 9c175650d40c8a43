import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { asSystem } from '#modules/db/as-system.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { endWebhook } from '#modules/reaching/end-webhook.server.ts'
import { findWebhook } from '#modules/reaching/find-webhook.server.ts'
import { setWebhook } from '#modules/reaching/set-webhook.server.ts'
import { webhookCall } from '#modules/reaching/webhook-call.ts'
import { raiseConcern } from '#modules/safeguarding/raise-concern.server.ts'
import { settings } from '#modules/settings.server.ts'
import { cast, of } from './a-case.ts'
import { aReceiver, type Received } from './a-receiver.ts'
import { moveClock } from './move-clock.ts'

/** Riverside’s gateway, and the secret its webhook was set with before each test. */
export let gateway: Awaited<ReturnType<typeof aReceiver>>
export let secret = ''

/** Before each test of a file: the clock as it is, nothing received, every call answered with 200, and a webhook set anew. */
export function withAWebhook() {
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
}

export const raise = (more: object = {}) => raiseConcern(of('jay'), { id: newId(), who: 'Wren', what: 'He is afraid to go home.', danger: 'soon', ...more })
export const form = (more: object = {}) => ({ id: newId(), organisationId: cast.riverside, address: `http://${gateway.host}/hook?key=k3y-of-ours`, reaches: ['safeguarding_lead', 'deputy_lead', 'head'] as ('safeguarding_lead' | 'deputy_lead' | 'head')[], ...more })
/** The calls that were put in the queue for this message's concern or person, oldest first. */
export const calls = async (about: string) => (await asSystem('look in a test', (tx) => tx.$queryRaw<{ data: unknown; at: Date }[]>`SELECT data, start_after AS at FROM jobs.job WHERE name = 'reaching.webhook-call' AND (data->>'concernId' = ${about} OR data->>'id' = ${about}) ORDER BY created_on, id`)).map(({ data, at }) => ({ ...webhookCall.data.parse(data), at }))
export const attempts = (concernId: string) => asSystem('look in a test', (tx) => tx.concernAttempt.findMany({ where: { concernId, way: 'webhook' }, orderBy: { tried: 'asc' } }))
/** As a gateway checks it: the algorithm of the standard, written out. */
export const isSigned = ({ headers, body }: Received, secret: string) => String(headers['webhook-signature']).split(' ').includes(`v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`).digest('base64')}`)
export const theWebhook = async () => (await findWebhook(of('fatima'), cast.riverside)).webhook!
