import { createServer, type Server } from 'node:http'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { here, signedIn, standingWith } from '#tests/support/signed-in.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { invite } from '../organisations/invite.server.ts'
import { addIdentityProvider } from './add-identity-provider.server.ts'
import { beginSchoolSignIn, callbackOf } from './begin-school-sign-in.server.ts'
import { finishSchoolSignIn } from './finish-school-sign-in.server.ts'
import { signInMethods } from './sign-in-methods.server.ts'
import { unlinkSchool } from './unlink-school.server.ts'

let cast: Cast
let server: Server
let issuer: string
const providers: Record<string, string> = {}

/** A school's own sign-in, a real one: whoever comes is the account named in the `login_hint`; "mfa" in the name means they showed two factors. */
async function startSchool() {
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const client = (name: string) => ({ client_id: name, client_secret: 'kept between the two of us', redirect_uris: Object.values(providers).map(callbackOf), token_endpoint_auth_method: 'client_secret_post' as const })
  return { client }
}

beforeAll(async () => {
  cast = await theCast()
  const { client } = await startSchool()
  const add = (name: string, more = {}) => addIdentityProvider(cast.people[name === 'harbour' ? 'cass' : 'grace']!, { organisationId: name === 'harbour' ? cast.harbour : cast.riverside, name: `School ${name}`, issuer, clientId: name, clientSecret: 'kept between the two of us', ...more })
  providers.riverside = await add('riverside')
  providers.harbour = await add('harbour', { tenant: 'harbour.example' })
  const school = new Provider(issuer, {
    clients: [client('riverside'), client('harbour')],
    claims: { openid: ['sub', 'hd', 'amr'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...(id.includes('harbour') ? { hd: 'harbour.example' } : {}) }) }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['a key for the test'] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Interaction: 60, Session: 60, Grant: 60 },
  })
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void school.callback()(request, response)
    const { prompt, params, session } = await school.interactionDetails(request, response)
    if (prompt.name === 'login') return void school.interactionFinished(request, response, { login: { accountId: String(params.login_hint), ...(String(params.login_hint).includes('mfa') ? { amr: ['pwd', 'mfa'] } : {}) } }, { mergeWithLastSubmission: false })
    const grant = new school.Grant({ accountId: session!.accountId, clientId: String(params.client_id) })
    grant.addOIDCScope('openid')
    return void school.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true })
  })
})
afterAll(() => { server.closeAllConnections(); server.close() })

/** Walks to the school and back, as a browser would. */
async function walk(to: string, as: string): Promise<URL> {
  const jar = new Map<string, string>()
  let next = new URL(to)
  next.searchParams.set('login_hint', as)
  for (let step = 0; step < 12; step++) {
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } })
    for (const cookie of answer.headers.getSetCookie()) { const [pair = ''] = cookie.split(';'); const at = pair.indexOf('='); jar.set(pair.slice(0, at), pair.slice(at + 1)) }
    const on = answer.headers.get('location')
    if (!on) throw new Error(`The school stopped at ${next.pathname}: ${answer.status} ${await answer.text()}`)
    next = new URL(on, next)
    if (next.origin !== issuer) return next
  }
  throw new Error('The school sent us in circles.')
}

type Going = Parameters<typeof beginSchoolSignIn>[1]
async function comeBack(as: string, going: Going, { school = 'riverside', standing = null }: { school?: string; standing?: Awaited<ReturnType<typeof signedIn>>['standing'] | null } = {}) {
  const { ceremonyId, to } = await beginSchoolSignIn(providers[school]!, going, here)
  return finishSchoolSignIn({ providerId: providers[school]!, ceremonyId, address: await walk(to, as) }, here, standing)
}

test('somebody unknown at the school is nobody here; they link it themself, and then it lets them in', async () => {
  await expect(comeBack('amara-at-school', { errand: 'sign-in' })).rejects.toThrow('does not know your account')
  const { standing } = await signedIn('amara')
  await comeBack('amara-at-school', { errand: 'link', viewer: standing.viewer, next: '/account' }, { standing })
  const { token } = await comeBack('amara-at-school', { errand: 'sign-in' })
  expect(await standingWith(token ?? '')).toMatchObject({ state: 'signed-in', viewer: { name: 'Amara' } })
})

test('an account at the school that is one person’s is not linked to another', async () => {
  const { standing } = await signedIn('jay')
  await expect(comeBack('amara-at-school', { errand: 'link', viewer: standing.viewer }, { standing })).rejects.toThrow(Conflict)
  expect((await signInMethods(standing.viewer)).schools).toEqual([])
})

test('who comes back must be who left', async () => {
  const { standing } = await signedIn('priya')
  const other = (await signedIn('zia')).standing
  await expect(comeBack('priya-at-school', { errand: 'link', viewer: standing.viewer }, { standing: other })).rejects.toThrow(Conflict)
})

test('an answer is taken once, and only with the state, the code and the provider it was asked of', async () => {
  const start = () => beginSchoolSignIn(providers.riverside!, { errand: 'sign-in' }, here)
  const finish = (ceremonyId: string, address: URL, providerId = providers.riverside!) => finishSchoolSignIn({ providerId, ceremonyId, address }, here, null)
  const first = await start()
  const back = await walk(first.to, 'amara-at-school')
  const both = await Promise.allSettled([finish(first.ceremonyId, back), finish(first.ceremonyId, back)])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const second = await start()
  await expect(finish(second.ceremonyId, back)).rejects.toThrow(Conflict)
  const third = await start()
  const forged = await walk(third.to, 'amara-at-school')
  forged.searchParams.set('state', 'another')
  await expect(finish(third.ceremonyId, forged)).rejects.toThrow(Conflict)
  const fourth = await start()
  await expect(finish(fourth.ceremonyId, await walk(fourth.to, 'amara-at-school'), providers.harbour)).rejects.toThrow(Conflict)
})

test('an account of another tenant is refused', async () => {
  await expect(comeBack('somebody-elsewhere', { errand: 'sign-in' }, { school: 'harbour' })).rejects.toThrow('does not belong to')
  await expect(comeBack('someone-at-harbour', { errand: 'sign-in' }, { school: 'harbour' })).rejects.toThrow('does not know your account')
})

test('an invitation is taken up with the school’s sign-in, at the setting that invited and nowhere else', async () => {
  const { token: invitation } = await invite(cast.people.grace!, { organisationId: cast.riverside, role: 'mentor', fullName: 'Noa Field' })
  await expect(comeBack('noa-at-harbour', { errand: 'invitation', invitation }, { school: 'harbour' })).rejects.toThrow('another place')
  const { token } = await comeBack('noa', { errand: 'invitation', invitation })
  const { viewer, state } = await standingWith(token!)
  expect({ viewer, state }).toMatchObject({ state: 'signed-in', viewer: { name: 'Noa', memberships: [{ role: 'mentor', organisationId: cast.riverside }] } })
  const { schools: [school] } = await signInMethods(viewer)
  await expect(unlinkSchool(viewer, { identityId: school!.id })).rejects.toThrow('last way to sign in')
})

test('an adult is asked for a second factor unless the school vouches for one', async () => {
  for (const [fullName, account, state] of [['Ida Moss', 'ida', 'second-factor'], ['Ola Berg', 'ola-mfa', 'signed-in']] as const) {
    const { token: invitation } = await invite(cast.people.grace!, { organisationId: cast.riverside, role: 'youth_worker', fullName })
    const { token } = await comeBack(account, { errand: 'invitation', invitation })
    expect((await standingWith(token!)).state).toBe(state)
  }
})

test('a provider is added by the coordinator alone, over https, and with its tenant where it serves everybody', async () => {
  const said = { organisationId: cast.riverside, name: 'Another', issuer: 'https://login.microsoftonline.com/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0/v2.0', clientId: 'x' }
  await expect(addIdentityProvider(cast.people.marcus!, said)).rejects.toThrow(Forbidden)
  await expect(addIdentityProvider(cast.people.grace!, { ...said, issuer: 'http://login.example/one' })).rejects.toThrow()
  await expect(addIdentityProvider(cast.people.grace!, { ...said, issuer: 'https://accounts.google.com' })).rejects.toThrow()
  await expect(beginSchoolSignIn(crypto.randomUUID(), { errand: 'sign-in' }, here)).rejects.toThrow(NotFound)
})
