import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '#modules/db/new-id.ts'
import { concernKey, type ConcernDraft, type NotGone } from './concern-drafts.ts'
import { sendConcern } from './send-concern.ts'
import { sendWhatWaits } from './send-what-waits.ts'

const device = vi.hoisted(() => new Map<string, unknown>())
const full = vi.hoisted(() => ({ isSo: false }))

vi.mock('#app/drafts/drafts.ts', () => ({
  draftsWork: () => true,
  draftsUnder: async (_: string, prefix: string) => [...device].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => ({ key, value, keptAt: new Date(0) })),
  keepDraft: async (_: string, key: string, value: unknown) => { if (full.isSo) throw new Error('full'); device.set(key, value) },
  dropDraft: async (_: string, key: string) => { if (full.isSo) throw new Error('full'); device.delete(key) },
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
  const said: (NotGone | null)[] = []
  return { outcome: await sendWhatWaits(me, new AbortController().signal, (notGone) => { said.push(notGone) }), notGone: said.at(-1) }
}

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: { query: async () => ({ held: [] }) } })
  device.clear()
  full.isSo = false
  posted.length = 0
})
afterEach(() => { vi.unstubAllGlobals() })

test('what waits goes once, without what is written around it on the device', async () => {
  device.set(concernKey(id), written('he shouts', { isToSend: true, keptFrom: `${newId()},${newId()}` }))
  server({})
  expect(await sendAll()).toEqual({ outcome: 'all-gone', notGone: null })
  expect(lies()).toEqual([])
  expect(posted.map((body) => [...new Set(body.keys())])).toEqual([['id', 'who', 'what', 'danger', 'ofThatName', 'keptFrom']])
  expect(posted[0]!.getAll('keptFrom')).toHaveLength(2)
})

test('two tabs, or a signal that comes back in the middle: however often it is sent, it has the one id and is one concern', async () => {
  device.set(concernKey(id), written('he shouts', { isToSend: true }))
  server({})
  await Promise.all([sendAll(), sendAll()])
  expect([...new Set(posted.map((body) => body.get('id')))]).toEqual([id])
  expect(lies()).toEqual([])
})

test('a device that is full stops none: each goes, and what it could not let go of or mark stays the same concern', async () => {
  const other = newId()
  for (const draft of [written('he shouts', { isToSend: true }), written('he hits', { id: other, isToSend: true })]) device.set(concernKey(draft.id), draft)
  full.isSo = true
  server({})
  expect((await sendAll()).outcome).toBe('all-gone')
  expect(posted.map((body) => body.get('id'))).toEqual([id, other])
  server({ status: 400, at: '/worried/about' })
  expect(await sendAll()).toEqual({ outcome: 'all-gone', notGone: 'asked' })
})

test('a page that is closed after what it waits on was listed does not send an older wording beside the newer one', async () => {
  const newer = newId()
  let isOpen = true
  device.set(concernKey(id), written('he', { isToSend: true }))
  vi.stubGlobal('navigator', { locks: {
    request: async () => {},
    query: async () => {
      const held = isOpen ? [{ name: `belay-draft:${concernKey(id)}` }] : []
      isOpen = false
      device.delete(concernKey(id))
      device.set(concernKey(newer), written('he shouts', { id: newer, isToSend: true }))
      return { held }
    },
  } })
  server({})
  await sendAll()
  expect(posted.map((body) => body.get('what'))).toEqual(['he shouts'])
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
    expect(await sendAll(), JSON.stringify(answer)).toEqual({ outcome, notGone: null })
    expect(lies()).toEqual([draft])
  }
  server({ at: '/unlock?next=%2F' })
  expect(await sendConcern(me, draft)).toEqual({ went: 'at-the-door', to: '/unlock?next=%2F' })
})

test('the server has something to ask: its writer is told, now and on the next page, and finds it in the form', async () => {
  device.set(concernKey(id), written('  ', { isToSend: true }))
  server({ status: 400, at: '/worried/about' })
  expect(await sendAll()).toEqual({ outcome: 'all-gone', notGone: 'asked' })
  expect(lies()).toMatchObject([{ what: '  ', isToSend: false, notGone: 'asked' }])
  expect(await sendAll()).toEqual({ outcome: 'all-gone', notGone: 'asked' })
  expect(posted, 'asked once').toHaveLength(1)
  server({}, [id])
  expect(await sendAll(), 'the form handed it on after all').toEqual({ outcome: 'all-gone', notGone: null })
  expect(lies()).toEqual([])
})

test('what was written while the rest went waits for its writer, who is told; that something is to be answered comes first', async () => {
  const rest = newId()
  device.set(concernKey(rest), written('and he hits her', { id: rest, notGone: 'rest' }))
  server({})
  expect(await sendAll()).toEqual({ outcome: 'all-gone', notGone: 'rest' })
  device.set(concernKey(id), written(' ', { notGone: 'asked' }))
  expect(await sendAll()).toEqual({ outcome: 'all-gone', notGone: 'asked' })
  expect(posted).toEqual([])
  expect(lies()).toHaveLength(2)
})
