import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '#modules/db/new-id.ts'
import { letGoOfArrived, type FormDraft } from './form-drafts.ts'

const device = vi.hoisted(() => new Map<string, unknown>())

vi.mock('./drafts.ts', () => ({
  draftsWork: () => true,
  unsent: async () => [...device.keys()].map((key) => ({ key, keptAt: new Date(0) })),
  draftsUnder: async (_: string, prefix: string) => [...device].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => ({ key, value, keptAt: new Date(0) })),
  readDraft: async (_: string, key: string) => (device.has(key) ? { key, value: device.get(key), keptAt: new Date(0) } : null),
  keepDraft: async (_: string, key: string, value: unknown) => { device.set(key, value) },
  dropDraft: async (_: string, key: string) => { device.delete(key) },
}))

const [me, id] = [newId(), newId()]
const key = `form/decision/${id}`
const words = (text: string): FormDraft['said'] => [['words', text]]

beforeEach(() => {
  let line = Promise.resolve<unknown>(undefined)
  vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => (line = line.then(work)), query: async () => ({ held: [] }) } })
  vi.stubGlobal('fetch', async () => Response.json({ arrived: [id] }))
  device.clear()
})
afterEach(() => { vi.unstubAllGlobals() })

test('two pages that hear at once that it arrived keep what was written on after it once', async () => {
  device.set(key, { id, said: words('and this'), sent: words('this') } satisfies FormDraft)
  await Promise.all([letGoOfArrived(me), letGoOfArrived(me)])
  expect([...device.values()]).toMatchObject([{ said: words('and this'), sent: null }])
  expect([...device.keys()]).not.toContain(key)
})

test('what was written on while the server was asked is not let go of', async () => {
  device.set(key, { id, said: words('this'), sent: words('this') } satisfies FormDraft)
  vi.stubGlobal('fetch', async () => {
    device.set(key, { id, said: words('and this'), sent: words('this') } satisfies FormDraft)
    return Response.json({ arrived: [id] })
  })
  await letGoOfArrived(me)
  expect([...device.values()]).toMatchObject([{ said: words('and this'), sent: null }])
})
