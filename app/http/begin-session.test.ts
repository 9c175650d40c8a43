import type { AppLoadContext } from '@remix-run/node'
import { expect, test } from 'vitest'
import { keptForms } from '#modules/identity/kept-forms.server.ts'
import { lookUpSession } from '#modules/identity/look-up-session.server.ts'
import { signIn } from '#modules/identity/sign-in.server.ts'
import { demoPassword } from '#modules/identity/demo-people.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { signedIn } from '#tests/support/signed-in.ts'
import { keptIds } from './kept-form.server.ts'
import { readForm } from './read-form.server.ts'
import { beginSession, requireViewer, setSession, tokenOf } from './session.server.ts'
import { writtenByField } from './written-by.ts'

test('signing in ends the session this browser held, whose ever it was, and takes no token it was handed', async () => {
  await theCast()
  const from = { address: '10.9.0.1', device: 'a phone' }
  const amara = await signIn({ username: 'amara', password: demoPassword }, from)
  const jay = await signIn({ username: 'jay', password: demoPassword }, from)
  const cookie = (await setSession(amara!.token)).split(';')[0]!
  const next = cookiesOf(await beginSession(new Request('http://localhost/sign-in', { method: 'POST', headers: { cookie } }), jay!.token))

  expect(await tokenOf(next)).toBe(jay!.token)
  expect(await lookUpSession(amara!.token)).toBeNull()
  expect((await lookUpSession(jay!.token))?.viewer.id).toBe(jay!.personId)
  const [own] = await beginSession(new Request('http://localhost/sign-in', { headers: { cookie: 'belay=planted' } }), jay!.token)
  expect(own![1]).toMatch(/HttpOnly; SameSite=Lax/)
})

test('whose session ran out, and who signed in after them on the same device: what the first was writing is kept for them, and the second is told so', async () => {
  await theCast()
  const amara = await signedIn('amara')
  const cookie = cookiesOf([['Set-Cookie', await setSession(amara.token)]])
  await moveClock('13 hours')
  const jay = await signedIn('jay')
  const next = cookiesOf(await beginSession(new Request('http://localhost/sign-in', { method: 'POST', headers: { cookie } }), jay.token))
  const request = new Request('http://localhost/journal/new', { method: 'POST', headers: { cookie: next }, body: new URLSearchParams({ [writtenByField]: amara.standing.viewer.id, words: 'I am scared of Friday.' }) })
  const context = { standing: async () => jay.standing, address: '10.9.0.1' } as unknown as AppLoadContext
  await requireViewer(context, request)
  const answer = await readForm(request).then(() => null, (thrown: unknown) => thrown as Response)
  expect(answer!.headers.get('Location')).toBe('/somebody-else?kept=yes')
  const kept = new Request('http://localhost/', { headers: { cookie: cookiesOf([...answer!.headers]) } })
  expect((await keptForms(amara.standing.viewer, await keptIds(kept))).map(({ fields }) => Object.fromEntries(fields).words)).toEqual(['I am scared of Friday.'])
  expect(await keptForms(jay.standing.viewer, await keptIds(kept)), 'nobody else reads it').toEqual([])
  await moveClock('0')
})

const cookiesOf = (headers: [string, string][]) => headers.filter(([name]) => name.toLowerCase() === 'set-cookie').map(([, cookie]) => cookie.split(';')[0]!).join('; ')
