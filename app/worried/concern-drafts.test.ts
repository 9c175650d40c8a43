import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '#modules/db/new-id.ts'
import { asItGoes, concernKey, letGoOfHandedOn, saidIn, type ConcernDraft } from './concern-drafts.ts'
import { sendConcern } from './send-concern.ts'
import { sendWhatWaits } from './send-what-waits.ts'

const device = vi.hoisted(() => new Map<string, unknown>())

vi.mock('#app/drafts/drafts.ts', () => ({
  draftsWork: () => true,
  draftsUnder: async (_: string, prefix: string) => [...device].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => ({ key, value, keptAt: new Date(0) })),
  keepDraft: async (_: string, key: string, value: unknown) => { device.set(key, value) },
  dropDraft: async (_: string, key: string) => { device.delete(key) },
}))

const [me, id] = [newId(), newId()]
const written = (what: string, more: Partial<ConcernDraft> = {}): ConcernDraft => ({ id, who: 'Kestrel', what, danger: 'unsure', isToSend: false, ...more })
const lies = () => [...device.values()] as ConcernDraft[]
/** What the server answers to a concern, and to the question what has arrived. */
const posted: URLSearchParams[] = []
const server = (answer: { status?: number; at?: string }, arrived: string[] | null = []) => vi.stubGlobal('fetch', async (address: string, { body }: { body?: URLSearchParams } = {}) => {
  if (address.startsWith('/arrived')) return arrived ? Response.json({ arrived }) : new Response(null, { status: 302 })
  posted.push(body!)
  const response = new Response(null, { status: answer.status ?? 200 })
  Object.defineProperty(response, 'url', { value: `http://localhost${answer.at ?? `/worried/${body!.get('id')}`}` })
  return response
})
const sendAll = async () => {
  const onAsked = vi.fn()
  return { outcome: await sendWhatWaits(me, new AbortController().signal, onAsked), isAsked: onAsked.mock.calls.length > 0 }
}

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: { query: async () => ({ held: [] }) } })
  device.clear()
  posted.length = 0
})
afterEach(() => { vi.unstubAllGlobals() })

test('written on after the answer was lost: it goes as the same concern where none arrived, and otherwise as one of its own, so that its words are not lost', async () => {
  const later = written('and he hits her', { sent: saidIn(written('he shouts')) })
  server({}, [])
  expect(await asItGoes(later)).toMatchObject({ id, isToSend: true, sent: saidIn(later) })
  server({}, [id])
  expect((await asItGoes(later)).id).not.toBe(id)
  server({}, null)
  expect((await asItGoes(later)).id, 'nobody could say').not.toBe(id)
  expect((await asItGoes(written('he shouts', { sent: later.sent! }))).id, 'the same words are the same concern').toBe(id)
})

test('what waits goes once: with the words written on, and without what is written around them on the device', async () => {
  device.set(concernKey(id), written('and he hits her', { isToSend: true, keptFrom: `${newId()},${newId()}`, sent: saidIn(written('he shouts')) }))
  server({}, [id])
  expect((await sendAll()).outcome).toBe('all-gone')
  expect(lies()).toEqual([])
  expect(posted.map((body) => [...new Set(body.keys())])).toEqual([['id', 'who', 'what', 'danger', 'ofThatName', 'keptFrom']])
  expect(posted[0]!.get('what')).toBe('and he hits her')
  expect(posted[0]!.get('id')).not.toBe(id)
  expect(posted[0]!.getAll('keptFrom')).toHaveLength(2)
})

test('half-written words are never sent by themselves', async () => {
  device.set(concernKey(id), written('he'))
  server({})
  await sendAll()
  expect(posted).toEqual([])
  expect(lies()).toHaveLength(1)
})

test('their session is over, or nobody answers: it stays one that goes by itself', async () => {
  const draft = written('he shouts', { isToSend: true })
  for (const [answer, outcome] of [[{ at: '/sign-in?next=%2F' }, 'all-gone'], [{ status: 401, at: '/worried/about' }, 'all-gone'], [{ status: 412, at: '/worried/about' }, 'all-gone'], [{ status: 429, at: '/worried/about' }, 'try-again'], [{ status: 503, at: '/worried/about' }, 'try-again']] as const) {
    device.set(concernKey(id), draft)
    server(answer)
    expect(await sendAll(), JSON.stringify(answer)).toEqual({ outcome, isAsked: false })
    expect(lies()).toEqual([draft])
  }
  server({ at: '/unlock?next=%2F' })
  expect(await sendConcern(me, draft)).toEqual({ went: 'at-the-door', to: '/unlock?next=%2F' })
})

test('the server has something to ask: its writer is told, now and on the next page, and finds it in the form', async () => {
  device.set(concernKey(id), written('  ', { isToSend: true }))
  server({ status: 400, at: '/worried/about' })
  expect(await sendAll()).toEqual({ outcome: 'all-gone', isAsked: true })
  expect(lies()).toMatchObject([{ what: '  ', isToSend: false, isAsked: true }])
  expect(await sendAll()).toEqual({ outcome: 'all-gone', isAsked: true })
  expect(posted, 'asked once').toHaveLength(1)
})

test('the server has it: it goes from the device, but for what was written on since, which another page may still be writing', async () => {
  const [arrived, open, half] = [newId(), newId(), newId()]
  const drafts = [written('he shouts', { sent: saidIn(written('he shouts')) }), written('and hits her', { id: arrived, sent: saidIn(written('he')) }), written('now', { id: open, sent: saidIn(written('no')) }), written('h', { id: half })]
  for (const draft of drafts) device.set(concernKey(draft.id), draft)
  const left = await letGoOfHandedOn(me, drafts.map((value) => ({ key: concernKey(value.id), value, keptAt: new Date(0) })), { sentIds: [id, arrived, open], held: new Set([concernKey(open)]) })
  expect(lies().map(({ what }) => what).sort()).toEqual(['and hits her', 'h', 'now'])
  expect(left.map(({ value }) => value.what).sort()).toEqual(['and hits her', 'h'])
  expect(lies().find(({ what }) => what === 'and hits her')).toMatchObject({ isToSend: false })
  expect([id, arrived]).not.toContain(lies().find(({ what }) => what === 'and hits her')!.id)
})
