import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aReceiver } from '#tests/support/a-receiver.ts'
import { settings } from '../settings.server.ts'
import { callOut } from './call-out.server.ts'
import { findAddress } from './find-address.server.ts'
import { isPublic } from './public-address.server.ts'
import { newSecret, signMessage } from './sign-message.server.ts'
import { WebhookAddress } from './webhook-address.server.ts'

let gateway: Awaited<ReturnType<typeof aReceiver>>
const message = { headers: { 'webhook-id': 'one' }, body: '{"type":"belay.trial"}' }
const port = () => gateway.host.split(':')[1]!
const leadsTo = (...addresses: string[]) => () => Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))

beforeAll(async () => { gateway = await aReceiver() })
beforeEach(() => { gateway.received.length = 0; gateway.answers = (answer) => { answer.end() }; settings().WEBHOOK_HOSTS = `gateway.test:${port()}, ${gateway.host}` })
afterAll(() => { settings().WEBHOOK_HOSTS = undefined; gateway.close() })

test('which addresses are anybody’s, as a table', () => {
  for (const address of ['93.184.215.14', '8.8.8.8', '2606:2800:21f:cb07:6820:80da:af6b:8b2c']) expect(isPublic(address), address).toBe(true)
  for (const address of ['127.0.0.1', '127.255.0.1', '10.1.2.3', '172.20.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2001:db8::1', '2002:7f00:1::', 'localhost', ''])
    expect(isPublic(address), address).toBe(false)
})

test('which addresses may be written, as a table', () => {
  const says = (address: string) => WebhookAddress.safeParse(address).success
  for (const address of ['https://sms.example/hook?key=1', 'https://8.8.8.8/hook', `http://${gateway.host}/hook`]) expect(says(address), address).toBe(true)
  for (const address of ['', 'sms.example', 'http://sms.example/hook', 'https://me:secret@sms.example/', 'https://localhost/', 'https://printer.local/', 'https://127.0.0.1/', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/', 'https://0x7f.1/', 'https://2130706433/', 'https://sms.example:8443/hook', 'ftp://sms.example/', 'http://127.0.0.1:1/'])
    expect(says(address), address).toBe(false)
})

test('the signature is the one of the example that receivers of the standard are tested with', () => {
  const headers = signMessage({ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: new Date(1_614_265_330_000), body: '{"test": 2432232314}', secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'] })
  expect(headers).toEqual({ 'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330', 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' })
  expect(Buffer.from(newSecret().replace('whsec_', ''), 'base64')).toHaveLength(32)
})

test('the name is looked up once, and the call goes to what it led to then, whatever it leads to a moment later', async () => {
  const later = [leadsTo('127.0.0.1'), leadsTo('10.0.0.1')]
  let asked = 0
  expect(await callOut(`http://gateway.test:${port()}/hook`, message, { resolve: () => later[asked++]!() })).toEqual({ trouble: null, status: 200 })
  expect([asked, gateway.received]).toEqual([1, [expect.objectContaining({ body: message.body, headers: expect.objectContaining({ host: `gateway.test:${port()}`, 'webhook-id': 'one', 'content-type': 'application/json' }) as object })]])
})

test('a name that leads into a private network, or could, is not called', async () => {
  for (const addresses of [['127.0.0.1'], ['10.0.0.1'], ['::1'], ['93.184.215.14', '169.254.169.254']]) expect(await callOut('https://gateway.example/', message, { resolve: leadsTo(...addresses) }), addresses.join()).toEqual({ trouble: 'not_allowed', status: null })
  expect(await callOut(`http://other.example:${port()}/`, message, { resolve: leadsTo('127.0.0.1') }), 'not https').toEqual({ trouble: 'not_allowed', status: null })
  expect(await callOut('https://gateway.example:8443/', message, { resolve: leadsTo('93.184.215.14') }), 'not the usual port').toEqual({ trouble: 'not_allowed', status: null })
  expect(gateway.received).toEqual([])
})

test('it follows nobody elsewhere', async () => {
  gateway.answers = (answer) => { answer.writeHead(307, { location: `http://${gateway.host}/elsewhere` }).end() }
  expect(await callOut(`http://${gateway.host}/`, message)).toEqual({ trouble: 'sent_elsewhere', status: 307 })
  expect(gateway.received).toHaveLength(1)
})

test('an error, nobody there, no name, an answer that never comes', async () => {
  gateway.answers = (answer) => { answer.writeHead(500).end('no') }
  expect(await callOut(`http://${gateway.host}/`, message)).toEqual({ trouble: 'refused', status: 500 })
  gateway.answers = (answer) => { answer.destroy() }
  expect(await callOut(`http://${gateway.host}/`, message)).toEqual({ trouble: 'no_answer', status: null })
  gateway.answers = () => {}
  expect(await callOut(`http://${gateway.host}/`, message, { limit: 200 })).toEqual({ trouble: 'too_slow', status: null })
  expect(await callOut(`http://${gateway.host}/`, message, { limit: 200, resolve: () => new Promise(() => {}) }), 'a name server that never says').toEqual({ trouble: 'too_slow', status: null })
  for (const resolve of [leadsTo(), () => Promise.reject(new Error('ENOTFOUND'))]) expect(await callOut(`http://${gateway.host}/`, message, { resolve })).toEqual({ trouble: 'no_answer', status: null })
})

test('a name server that never says is hung up on', async () => {
  const silent = createSocket('udp4').bind(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port: silentPort } = silent.address()
  const began = Date.now()
  await expect(findAddress('gateway.example', { signal: AbortSignal.timeout(200), isOurs: false, servers: [`127.0.0.1:${silentPort}`] })).rejects.toThrow('ECANCELLED')
  expect(Date.now() - began).toBeLessThan(1500)
  silent.close()
  expect(await findAddress('8.8.8.8', { signal: AbortSignal.timeout(200), isOurs: false })).toEqual([{ address: '8.8.8.8', family: 4 }])
})

test('of an answer without end nothing is read', async () => {
  let sent = 0
  const hungUp = new Promise<void>((resolve) => {
    gateway.answers = (answer) => {
      answer.writeHead(200)
      const more = () => { while (!answer.destroyed && sent < 50_000_000) { sent += 65_536; if (!answer.write(Buffer.alloc(65_536))) return } }
      answer.on('drain', more).on('close', resolve)
      more()
    }
  })
  expect(await callOut(`http://${gateway.host}/`, message)).toEqual({ trouble: null, status: 200 })
  await hungUp
  expect(sent).toBeLessThan(10_000_000)
})
