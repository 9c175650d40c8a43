import { createCookie, type AppLoadContext } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { loadContext } from '#app/http/load-context.server.ts'
import type { Refusal } from '#app/http/refusals.server.ts'
import type { AskedForCode } from '#app/http/visit.server.ts'
import { action as quietly } from '#app/routes/m_.quiet-word.tsx'
import { action as enter } from '#app/routes/m.tsx'
import { action as raise, loader } from '#app/routes/m_.worried.tsx'
import { action as add, loader as partLoader } from '#app/routes/m_.worried_.$concernId.more.$part.tsx'
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
  cookie = await visitBy(0)
})

type Given = { params?: Record<string, string>; held?: string; context?: AppLoadContext }
const aContext = (): AppLoadContext => loadContext({ headers: {}, ip: '10.1.0.9' } as never, { locals: { nonce: 'n' } } as never)
const post = (route: unknown, said: Record<string, string> | [string, string][], { params = {}, held = cookie, context = aContext() }: Given = {}) => (route as Route)({
  context, params,
  request: new Request('http://localhost/m/worried', { method: 'POST', headers: { cookie: held }, body: new URLSearchParams(said) }),
}) as Promise<Answer>
/** What a form without script gets: the action's answer, and what the loader of the same request read, which still carries the cookie of before. */
const postAndDraw = async (routes: { action: unknown; loader: unknown }, said: Record<string, string> | [string, string][], { params = {}, held = cookie }: Given = {}) => {
  const context = aContext()
  const answer = await post(routes.action, said, { params, held, context }) as unknown as { data: AskedForCode & Refusal; init: ResponseInit }
  return { answer, page: await (routes.loader as Route)({ context, params, request: new Request('http://localhost/m/worried', { headers: { cookie: held } }) }) }
}
const worried = { action: raise, loader }
const part = { action: add, loader: partLoader }
const visitBy = async (index: number) => (await setVisit((await letMenteeIn({ code: mentees[index]!.code }, { address: '10.1.0.9' })).token)).split(';')[0]!
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
  const held = await visitBy(1)
  const asked = await post(raise, { id: newId(), menteeId: mentees[0]!.menteeId, who: 'Me', what: 'I am scared.', danger: 'soon' }, { held })
  expect(asked.init).toEqual({ status: 401 })
  expect(await rows()).toHaveLength(1)
})

test('what is said quietly is in no address: it goes with the visit, and is in the form that follows', async () => {
  const answer = await post(quietly, {})
  expect(answer.headers.get('Location')).toBe('/m/worried')
  const held = answer.headers.get('Set-Cookie')!.split(';')[0]!
  expect(await createCookie('belay-visit').parse(held), 'nor does the cookie put it in words').toEqual([expect.any(String), mentees[0]!.menteeId])
  const page = (given: string) => (loader as unknown as Route)({ context: aContext(), params: {}, request: new Request('http://localhost/m/worried?danger=no', { headers: { cookie: given } }) })
  expect(await page(held)).toMatchObject({ isAboutMentoring: true })
  expect(await page(cookie)).toMatchObject({ isAboutMentoring: false })
})

test('what is said quietly stays so when the code is asked for again, and is nobody else’s who types theirs', async () => {
  const quiet = (await post(quietly, {})).headers.get('Set-Cookie')!.split(';')[0]!
  await moveClock('31 minutes')
  const enteredBy = async (index: number) => (await post(raise, { visiting: mentees[index]!.code }, { held: quiet })).headers.get('Set-Cookie')!.split(';')[0]!
  const page = async (held: string) => (loader as unknown as Route)({ context: aContext(), params: {}, request: new Request('http://localhost/m/worried?danger=no', { headers: { cookie: held } }) })
  expect(await page(await enteredBy(0))).toMatchObject({ isAboutMentoring: true, menteeId: mentees[0]!.menteeId })
  expect(await page(await enteredBy(1))).toMatchObject({ isAboutMentoring: false, menteeId: mentees[1]!.menteeId })
  await moveClock('0')
})

test('a form that goes with the code and is not right yet is drawn again for whoever’s code it was, with every word', async () => {
  const [mine, theirs] = mentees.map(({ menteeId }) => menteeId)
  const unfinished = { id: newId(), menteeId: mine!, who: ' ', what: 'She cries at night.', danger: 'soon', visiting: mentees[0]!.code }
  const other = await visitBy(1)
  await moveClock('10 minutes')
  for (const held of ['', other]) {
    const { answer, page } = await postAndDraw(worried, unfinished, { held })
    expect(answer.init).toMatchObject({ status: 400, headers: { 'Set-Cookie': expect.stringContaining('belay-visit') as string } })
    expect(answer.data.said).toEqual({ id: unfinished.id, who: ' ', what: 'She cries at night.', danger: 'soon', keptFrom: '' })
    expect(page).toMatchObject({ menteeId: mine, places: [{ organisationId: cast.riverside }] })
  }
  const waiting = await postAndDraw(worried, { id: unfinished.id, menteeId: mine!, what: 'She cries at night.' }, { held: other })
  expect(waiting.answer.data.kept).toContainEqual(['what', 'She cries at night.'])
  expect(JSON.stringify(waiting), 'nothing of the other visit is in their page').not.toContain(theirs)
  await moveClock('0')
})

test('the same for what is added: more than fits, and a page left open while somebody else’s visit is on', async () => {
  const [{ id: concernId }] = await rows() as [{ id: string }]
  const held = await visitBy(1)
  const params = { concernId, part: 'seen' }
  const words = { id: newId(), menteeId: mentees[0]!.menteeId, seen: 'x'.repeat(10_001) }
  const waiting = await postAndDraw(part, words, { params, held })
  expect(waiting.answer.data.kept).toEqual(Object.entries(words))
  expect(waiting.page, 'and no page of nothing there').toBeNull()
  const refused = await postAndDraw(part, [...Object.entries(words), ['visiting', mentees[0]!.code]], { params, held })
  expect(refused.answer.data.said).toEqual({ id: words.id, seen: words.seen })
  expect(refused.page).toMatchObject({ part: 'seen', menteeId: mentees[0]!.menteeId })
})

test('words that do not say on whose visit they were written go with no visit and no code: they come back, to be sent from a page that says it', async () => {
  const before = await rows()
  const worry = { id: newId(), organisationId: cast.riverside, who: 'Me', what: 'I am scared.', danger: 'soon', keptFrom: of('marcus').id }
  const held = await visitBy(1)
  for (const said of [worry, { ...worry, visiting: mentees[1]!.code }]) {
    const { answer, page } = await postAndDraw(worried, [...Object.entries(said), ['keptFrom', of('helen').id]], { held })
    expect(answer.init.status).toBe(409)
    expect(answer.data.message).toContain('no adult has it yet')
    expect(answer.data.said).toEqual({ ...worry, keptFrom: `${of('marcus').id},${of('helen').id}` })
    expect(page).toMatchObject({ menteeId: mentees[1]!.menteeId })
  }
  const [{ id: concernId }] = before as [{ id: string }]
  const { answer } = await postAndDraw(part, { id: newId(), words: '“I am scared.”' }, { params: { concernId, part: 'words' }, held: await visitBy(0) })
  expect(answer.init.status).toBe(409)
  expect(await rows()).toEqual(before)
})

test('a code that was typed is not said back', async () => {
  const refused = await post(enter, { visiting: 'NOPE-NOPE', other: 'x' }) as unknown as { data: Refusal }
  expect(refused.data).toMatchObject({ message: expect.stringContaining('does not work now') as string, said: { other: 'x' } })
  expect(JSON.stringify(refused.data)).not.toContain('NOPE')
})
