import type { AppLoadContext } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { loadContext } from '#app/http/load-context.server.ts'
import { keptIds } from '#app/http/kept-form.server.ts'
import { ownCookie } from '#app/http/cookies.server.ts'
import { writtenByField, writtenByHeader } from '#app/http/written-by.ts'
import { action as answerQuietly } from '#app/routes/learn.now.answers.tsx'
import { action as answer } from '#app/routes/learn.now.answer.tsx'
import { action as answerCard } from '#app/routes/learn.$course.$unit.answers.tsx'
import { action as finishUnit } from '#app/routes/learn.$course.$unit.finish.tsx'
import { action as saveEntry } from '#app/routes/journal.$entryId.saves.tsx'
import { action as saveText } from '#app/routes/journal.$entryId.text.tsx'
import { action as handInWork } from '#app/routes/learn.portfolio.work.tsx'
import { action as observe } from '#app/routes/rooms.$meetingId.observation.tsx'
import { action as beatInRoom } from '#app/routes/rooms.$meetingId.lease.tsx'
import { action as raise } from '#app/routes/worried.about.tsx'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { endSession } from '#modules/identity/end-session.server.ts'
import { keptForms } from '#modules/identity/kept-forms.server.ts'
import { theCast } from '#tests/support/cast.ts'
import { signedIn } from '#tests/support/signed-in.ts'
import { onServer } from '#tests/support/template.ts'

type Action = (given: { context: AppLoadContext; request: Request; params: Record<string, string> }) => Promise<unknown>
type Who = Awaited<ReturnType<typeof signedIn>>

const words = 'He said that he is scared to go home.'
const body = JSON.stringify({ kind: 'plain', text: words })
const ways: Record<string, { does: Action; params: Record<string, string>; fields: Record<string, string> }> = {
  'a concern': { does: raise, params: {}, fields: { id: newId(), who: 'Sam', what: words, danger: 'unsure' } },
  'an answer in a room': { does: answerQuietly, params: {}, fields: { sessionId: newId(), answerId: newId(), questionId: 'q', words } },
  'an answer in a room, without script': { does: answer, params: {}, fields: { sessionId: newId(), answerId: newId(), questionId: 'q', words } },
  'an answer in a unit': { does: answerCard, params: { course: 'peer-mentor-level-2', unit: 'any' }, fields: { id: newId(), cardId: 'c', words } },
  'the end of a unit': { does: finishUnit, params: { course: 'peer-mentor-level-2', unit: 'any' }, fields: { card: words } },
  'a save of the journal': { does: saveEntry, params: { entryId: newId() }, fields: { writingId: newId(), step: '1', revision: '0', body } },
  'the journal, without script': { does: saveText, params: { entryId: newId() }, fields: { writingId: newId(), revision: '0', text: words } },
  'a note on a mentor': { does: observe, params: { meetingId: newId() }, fields: { observationId: newId(), mentorId: newId(), revision: '0', words } },
  'a seat in a room': { does: beatInRoom, params: { meetingId: newId() }, fields: { still: words } },
  'a piece of work': { does: handInWork, params: {}, fields: { id: newId(), kind: 'work', words } },
}

let amara: Who, jay: Who
beforeAll(async () => {
  await theCast()
  amara = await signedIn('amara')
  jay = await signedIn('jay')
})

/** What an address answers to a form that `holder` sends from a page on which `writer` was writing. */
async function send(way: string, { holder, writer, isQuiet = false, last }: { holder: Who; writer: Who; isQuiet?: boolean; last?: Who }) {
  const { does, params, fields } = ways[way]!
  const cookies = [await ownCookie('belay').set(holder.token), ...(last ? [await ownCookie('belay-last').set(last.token)] : [])].map((cookie) => cookie.split(';')[0]!)
  const form = new URLSearchParams({ ...fields, ...(isQuiet ? {} : { [writtenByField]: writer.standing.viewer.id }) })
  const request = new Request('http://localhost/there', { method: 'POST', body: form, headers: { cookie: cookies.join('; '), accept: isQuiet ? 'application/json' : 'text/html', ...(isQuiet ? { [writtenByHeader]: writer.standing.viewer.id } : {}) } })
  const context = loadContext({ headers: { cookie: cookies.join('; ') }, ip: '10.0.0.1' } as never, { locals: { nonce: 'n' } } as never)
  return does({ context, request, params }).catch((thrown: unknown) => thrown)
}
const counted = async (sql: string) => ((await onServer(databaseUrl(), sql)).rows as { count: number }[])[0]!.count
const written = ['Concern', 'JournalEntry', 'CardAnswer', 'TeachingAnswer', 'Observation', 'Evidence', 'Act', 'Stash']
const rows = () => counted(`SELECT ${written.map((table) => `(SELECT count(*) FROM "${table}")`).join(' + ')} AS count`)

test.each(Object.keys(ways))('%s that the page’s own script sends under somebody else’s sign-in is refused, and not kept for them either', async (way) => {
  const before = await rows()
  const answered = await send(way, { holder: jay, writer: amara, isQuiet: true })
  expect(answered).toBeInstanceOf(Response)
  expect((answered as Response).status).toBe(412)
  expect((answered as Response).headers.get('set-cookie')).toBeNull()
  expect(await rows()).toBe(before)
})

test.each(Object.keys(ways).filter((way) => way !== 'a save of the journal' && way !== 'a seat in a room'))('%s in a plain form goes to a page that says so, and is not done', async (way) => {
  const before = await rows()
  const answered = (await send(way, { holder: jay, writer: amara })) as Response
  expect([answered.status, answered.headers.get('location')]).toEqual([302, '/somebody-else'])
  expect(await rows()).toBe(before)
})

test('the same words under their own name are taken', async () => {
  const answered = (await send('a concern', { holder: amara, writer: amara, isQuiet: true })) as Response
  expect(answered.headers.get('location')).toBe(`/worried/${ways['a concern']!.fields.id!}`)
  expect(await (await send('a save of the journal', { holder: amara, writer: amara, isQuiet: true }) as Response).json()).toMatchObject({ state: 'saved' })
})

test('where this browser shows whose it was, a plain form is kept for them and for nobody else', async () => {
  const gone = await signedIn('priya')
  await endSession(gone.token)
  const answered = (await send('the journal, without script', { holder: jay, writer: gone, last: gone })) as Response
  expect(answered.headers.get('location')).toBe('/somebody-else?kept=yes')
  const ids = await keptIds(new Request('http://localhost/', { headers: { cookie: answered.headers.get('set-cookie')!.split(';')[0]! } }))
  expect(await keptForms(gone.standing.viewer, ids)).toMatchObject([{ fields: expect.arrayContaining([['text', words]]) as unknown }])
  expect(await keptForms(jay.standing.viewer, ids)).toEqual([])
  // A name in a form proves nothing: without their token nothing is laid down for anybody.
  expect(((await send('the journal, without script', { holder: jay, writer: gone, last: amara })) as Response).headers.get('location')).toBe('/somebody-else')
})

test('with nobody signed in, words are not kept for whoever was here after their writer', async () => {
  const after = await signedIn('zia')
  await endSession(after.token)
  for (const isQuiet of [true, false]) {
    expect(await send('a concern', { holder: after, writer: amara, isQuiet })).toMatchObject({ init: { status: 401 } })
    expect(await send('a concern', { holder: after, writer: after, isQuiet })).toMatchObject({ status: 302 })
  }
  expect(await counted(`SELECT count(*)::int AS count FROM "Stash" WHERE "personId" = '${after.standing.viewer.id}'`)).toBe(2)
})
