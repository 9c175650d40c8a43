import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ZodError } from 'zod'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { here } from '#tests/support/signed-in.ts'
import { freePort } from '#tests/support/a-start.ts'
import { onServer } from '#tests/support/template.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { readiness } from '../organisations/readiness.server.ts'
import { addIdentityProvider } from './add-identity-provider.server.ts'
import { isAllowedIssuer } from './allowed-issuer.server.ts'
import { askIssuer } from './ask-issuer.server.ts'
import { beginSchoolSignIn } from './begin-school-sign-in.server.ts'
import { findIdentityProvider, identityProviders } from './identity-providers.server.ts'
import { schoolSignIns } from './school-sign-ins.server.ts'
import { signInMethods } from './sign-in-methods.server.ts'
import { switchOffProvider } from './switch-off-provider.server.ts'
import { switchOnProvider } from './switch-on-provider.server.ts'
import { testIdentityProvider } from './test-identity-provider.server.ts'

let cast: Cast
let server: Server
let issuer: string
let says: (path: string) => { status: number; body: string }
const of = (name: string) => cast.people[name]!
const itself = () => JSON.stringify({ issuer, authorization_endpoint: `${issuer}/a`, token_endpoint: `${issuer}/t`, response_types_supported: ['code'], jwks_uri: `${issuer}/k` })

beforeAll(async () => {
  cast = await theCast()
  server = createServer((request, response) => {
    const { status, body } = says(request.url ?? '')
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  says = () => ({ status: 200, body: itself() })
})
afterAll(() => { server.closeAllConnections(); server.close() })

const add = (name: string, by = 'grace') => addIdentityProvider(of(by), { organisationId: cast.riverside, name, issuer, clientId: 'belay', clientSecret: 'a secret between us' })
let providerId: string

test('only known issuers may be named: Google, a Microsoft tenant, and what whoever runs Belay has named', () => {
  for (const good of ['https://accounts.google.com', 'https://login.microsoftonline.com/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0/v2.0', issuer]) expect(isAllowedIssuer(good), good).toBe(true)
  for (const bad of ['https://accounts.google.com.evil.example', 'https://accounts.google.com/x', 'https://login.microsoftonline.com/common/v2.0', 'https://login.example', 'https://10.0.0.1', 'https://localhost'])
    expect(isAllowedIssuer(bad), bad).toBe(false)
})

test('a coordinator adds it once, however often the page is sent; nobody else does, and the secret is not to be read', async () => {
  for (const wrong of ['', 'not an address', 'https://', 'javascript:alert(1)']) await expect(addIdentityProvider(of('grace'), { organisationId: cast.riverside, name: 'Ours', issuer: wrong, clientId: 'x' }), wrong).rejects.toBeInstanceOf(ZodError)
  for (const name of ['marcus', 'fatima', 'hana', 'amara', 'cass', 'ella']) await expect(add('Riverside', name), name).rejects.toThrow(Forbidden)
  const said = { providerId: newId(), organisationId: cast.riverside, name: 'Riverside account', issuer, clientId: 'belay', clientSecret: 'a secret between us' }
  const sent = await Promise.allSettled([addIdentityProvider(of('grace'), said), addIdentityProvider(of('grace'), said)])
  expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  providerId = said.providerId
  expect(JSON.stringify(await identityProviders(of('grace'), { organisationId: cast.riverside }))).not.toMatch(/secret/i)
  const { rows } = await onServer(databaseUrl(), `SELECT "clientSecret" AS s FROM "IdentityProvider" WHERE id = '${providerId}'`) as { rows: { s: Buffer }[] }
  expect(rows[0]!.s.toString('latin1')).not.toContain('a secret between us')
  for (const name of ['marcus', 'cass']) await expect(identityProviders(of(name), { organisationId: cast.riverside }), name).rejects.toThrow(Forbidden)
  await expect(findIdentityProvider(of('cass'), { providerId })).rejects.toThrow(NotFound)
  await expect(findIdentityProvider(of('marcus'), { providerId })).rejects.toThrow(Forbidden)
})

test('an issuer is asked about itself, and what is wrong is told apart', async () => {
  expect(await askIssuer(issuer)).toBeNull()
  says = () => ({ status: 404, body: '{}' })
  expect(await askIssuer(issuer)).toBe('not-there')
  says = () => ({ status: 200, body: '<html>' })
  expect(await askIssuer(issuer)).toBe('not-there')
  says = () => ({ status: 200, body: itself().replaceAll(issuer, `${issuer}/other`) })
  expect(await askIssuer(issuer)).toBe('another-name')
  says = () => ({ status: 200, body: itself().replace('"code"', '"token"') })
  expect(await askIssuer(issuer)).toBe('too-old')
  expect(await askIssuer(`http://127.0.0.1:${await freePort()}`)).toBe('no-answer')
  says = () => ({ status: 200, body: itself() })
})

test('how it answered is kept, and readiness says so', async () => {
  const row = async () => (await readiness(of('grace'), cast.riverside)).find(({ label }) => label === 'Your own sign-in')
  says = () => ({ status: 503, body: '' })
  expect(await testIdentityProvider(of('grace'), { providerId })).toBe('not-there')
  expect(await findIdentityProvider(of('grace'), { providerId })).toMatchObject({ testedAt: expect.any(Date) as Date, problem: expect.stringContaining('not a sign-in') as string, linked: 0, onlyThisWay: 0 })
  expect(await row()).toMatchObject({ isThere: false, to: 'coordinator' })
  says = () => ({ status: 200, body: itself() })
  expect(await testIdentityProvider(of('grace'), { providerId })).toBeNull()
  expect(await row()).toMatchObject({ isThere: true, detail: 'Riverside account' })
  await expect(testIdentityProvider(of('marcus'), { providerId })).rejects.toThrow(Forbidden)
  await expect(testIdentityProvider(of('cass'), { providerId })).rejects.toThrow(NotFound)
})

test('switched off it lets nobody in, at the door, on the way and under Account; switched on it does again', async () => {
  const isOffered = async () => [(await schoolSignIns()).some(({ id }) => id === providerId), (await signInMethods(of('amara'))).canLink.some(({ id }) => id === providerId)]
  expect(await isOffered()).toEqual([true, true])
  await expect(switchOffProvider(of('marcus'), { providerId })).rejects.toThrow(Forbidden)
  await expect(switchOffProvider(of('cass'), { providerId })).rejects.toThrow(NotFound)
  const both = await Promise.allSettled([switchOffProvider(of('grace'), { providerId }), switchOffProvider(of('grace'), { providerId })])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((both.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toBeInstanceOf(Conflict)
  expect(await isOffered()).toEqual([false, false])
  await expect(beginSchoolSignIn(providerId, { errand: 'sign-in' }, here)).rejects.toThrow(NotFound)
  expect((await readiness(of('grace'), cast.riverside)).some(({ label }) => label === 'Your own sign-in')).toBe(false)
  await switchOnProvider(of('grace'), { providerId })
  await expect(switchOnProvider(of('grace'), { providerId })).rejects.toThrow(Conflict)
  expect(await isOffered()).toEqual([true, true])
})
