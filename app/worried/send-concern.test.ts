import { afterEach, expect, test, vi } from 'vitest'
import { sendConcern } from './send-concern.ts'

afterEach(() => { vi.unstubAllGlobals() })

/** What a server is sent, and the answer that it took it. */
async function sentBy(...given: Parameters<typeof sendConcern>) {
  const bodies: URLSearchParams[] = []
  vi.stubGlobal('fetch', (_: string, { body }: { body: URLSearchParams }) => { bodies.push(body); return Promise.resolve({ ok: true, status: 200, headers: new Headers(), url: 'http://localhost/worried/019a0000-0000-7000-8000-000000000001' }) })
  expect(await sendConcern(...given)).toEqual({ went: 'handed-on', to: '/worried/019a0000-0000-7000-8000-000000000001' })
  return bodies[0]!
}
const draft = { id: '019a0000-0000-7000-8000-000000000001', who: 'Tom', what: 'He cries.', danger: 'soon', keptFrom: 'a,b', isToSend: true }

test('what a device sends on its own says that nobody could be asked whose name it is; an answer that was given goes along', async () => {
  expect((await sentBy('me', draft, { isUnattended: true })).getAll('ofThatName')).toEqual(['unasked'])
  expect((await sentBy('me', { ...draft, ofThatName: 'them a' }, { isUnattended: true })).getAll('ofThatName')).toEqual(['them a', 'unasked'])
  const pressed = await sentBy('me', draft)
  expect([pressed.get('ofThatName'), pressed.getAll('keptFrom')]).toEqual([null, ['a', 'b']])
})
