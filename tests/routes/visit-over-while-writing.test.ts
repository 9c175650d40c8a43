import { createCookie, type AppLoadContext } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { loadContext } from '#app/http/load-context.server.ts'
import type { AskedForCode } from '#app/http/visit.server.ts'
import { action as quietly } from '#app/routes/m_.quiet-word.tsx'
import { action as raise, loader } from '#app/routes/m_.worried.tsx'
import { action as add } from '#app/routes/m_.worried_.$concernId.more.$part.tsx'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { addMentee } from '#modules/mentoring/add-mentee.server.ts'
import { giveMenteeCode } from '#modules/mentoring/give-mentee-code.server.ts'
import { letMenteeIn } from '#modules/mentoring/let-mentee-in.server.ts'
import { setVisit } from '#app/http/visit.server.ts'
import { of, cast } from '#tests/support/a-case.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'

type Route = (given: { context: AppLoadContext; request: Request; params: Record<string, string> }) => Promise<unknown>
type Answer = { data: AskedForCode; init: ResponseInit } & Response

const mentees: { menteeId: string; code: string }[] = []
let cookie: string
beforeAll(async () => {
  for (const birdName of ['Kestrel', 'Heron']) {
    const menteeId = await addMentee(of('marcus'), { organisationId: cast.riverside, birdName, ownName: 'Ruby Lane' })
    mentees.push({ menteeId, code: (await giveMenteeCode(of('marcus'), { menteeId })).code })
  }
  cookie = (await setVisit((await letMenteeIn({ code: mentees[0]!.code }, { address: '10.1.0.9' })).token)).split(';')[0]!
})

const post = (route: unknown, said: Record<string, string> | [string, string][], { params = {}, held = cookie }: { params?: Record<string, string>; held?: string } = {}) => (route as Route)({
  context: loadContext({ headers: {}, ip: '10.1.0.9' } as never, { locals: { nonce: 'n' } } as never), params,
  request: new Request('http://localhost/m/worried', { method: 'POST', headers: { cookie: held }, body: new URLSearchParams(said) }),
}) as Promise<Answer>
const rows = async () => (await onServer(databaseUrl(), `SELECT id, "raisedByMenteeId" AS "menteeId" FROM "Concern" ORDER BY id`)).rows as object[]

test('a visit that is over while a mentee writes: their words wait in the page that asks for the code, and go with their own and with no other', async () => {
  await moveClock('31 minutes')
  const worry = { id: newId(), menteeId: mentees[0]!.menteeId, organisationId: cast.riverside, who: 'My friend', what: 'She cries at night.', danger: 'soon', keptFrom: of('marcus').id }
  const asked = await post(raise, [...Object.entries(worry), ['keptFrom', of('helen').id]])
  expect(asked.init).toEqual({ status: 401 })
  expect(asked.data.kept).toEqual([...Object.entries(worry), ['keptFrom', of('helen').id]])
  expect(await rows()).toEqual([])

  for (const visiting of ['NOPE-NOPE', mentees[1]!.code]) {
    const refused = await post(raise, [...asked.data.kept, ['visiting', visiting]])
    expect(refused.data).toEqual({ kept: asked.data.kept, message: expect.stringContaining('does not work now') as string, problem: undefined })
  }
  expect(await rows(), 'not as somebody else’s').toEqual([])

  const done = await post(raise, [...asked.data.kept, ['visiting', mentees[0]!.code]])
  expect(done.headers.get('Location')).toBe(`/m/worried?handed-on=${worry.id}`)
  expect(await rows()).toEqual([{ id: worry.id, menteeId: mentees[0]!.menteeId }])

  const words = { id: newId(), menteeId: mentees[0]!.menteeId, words: '“I hate home.”' }
  const params = { concernId: worry.id, part: 'words' }
  const more = await post(add, words, { params })
  expect(more.data.kept).toEqual(Object.entries(words))
  const added = await post(add, [...more.data.kept, ['visiting', mentees[0]!.code]], { params })
  expect(added.headers.get('Location')).toBe(`/m/worried?handed-on=${worry.id}#more`)
  const again = await post(add, [...more.data.kept, ['visiting', mentees[0]!.code]], { params })
  expect(again.status, 'sent twice, it is there once').toBe(302)
  expect((await onServer(databaseUrl(), `SELECT count(*)::int AS count FROM "ChronologyEntry" WHERE "concernId" = '${worry.id}' AND kind = 'added'`)).rows).toEqual([{ count: 1 }])
  await moveClock('0')
})

test('a page that one mentee left open is not sent on the visit of the next', async () => {
  const held = (await setVisit((await letMenteeIn({ code: mentees[1]!.code }, { address: '10.1.0.9' })).token)).split(';')[0]!
  const asked = await post(raise, { id: newId(), menteeId: mentees[0]!.menteeId, who: 'Me', what: 'I am scared.', danger: 'soon' }, { held })
  expect(asked.init).toEqual({ status: 401 })
  expect(await rows()).toHaveLength(1)
})

test('what is said quietly is in no address: it goes with the visit, and is in the form that follows', async () => {
  const answer = await post(quietly, {})
  expect(answer.headers.get('Location')).toBe('/m/worried')
  const held = answer.headers.get('Set-Cookie')!.split(';')[0]!
  expect(await createCookie('belay-visit').parse(held), 'nor does the cookie put it in words').toEqual([expect.any(String)])
  const page = (given: string) => (loader as unknown as Route)({ context: {} as AppLoadContext, params: {}, request: new Request('http://localhost/m/worried?danger=no', { headers: { cookie: given } }) })
  expect(await page(held)).toMatchObject({ isAboutMentoring: true })
  expect(await page(cookie)).toMatchObject({ isAboutMentoring: false })
})
