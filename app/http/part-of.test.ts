import { expect, test } from 'vitest'
import { partOf } from './part-of.server.ts'

const bytes = Uint8Array.from({ length: 100 }, (_, at) => at)
async function ask(range?: string) {
  const answer = partOf(new Request('http://localhost/files/1', { headers: range ? { Range: range } : {} }), bytes, { 'Content-Type': 'audio/mp4' })
  const body = [...new Uint8Array(await answer.arrayBuffer())]
  return [answer.status, answer.headers.get('content-range'), Number(answer.headers.get('content-length') ?? 0), body.length, body[0], body.at(-1)]
}

test('a part is what was asked for, and says which part of how much it is', async () => {
  expect(await ask('bytes=0-1'), 'what Safari asks first').toEqual([206, 'bytes 0-1/100', 2, 2, 0, 1])
  expect(await ask('bytes=0-')).toEqual([206, 'bytes 0-99/100', 100, 100, 0, 99])
  expect(await ask('bytes=40-49')).toEqual([206, 'bytes 40-49/100', 10, 10, 40, 49])
  expect(await ask('bytes=90-500')).toEqual([206, 'bytes 90-99/100', 10, 10, 90, 99])
  expect(await ask('bytes=-5')).toEqual([206, 'bytes 95-99/100', 5, 5, 95, 99])
  expect(await ask('bytes=-500')).toEqual([206, 'bytes 0-99/100', 100, 100, 0, 99])
})

test('past the end there is nothing, and what is no range is answered with all of it', async () => {
  for (const beyond of ['bytes=100-', 'bytes=500-600', 'bytes=-0']) expect(await ask(beyond), beyond).toEqual([416, 'bytes */100', 0, 0, undefined, undefined])
  for (const odd of [undefined, 'bytes=-', 'bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=a-b']) expect(await ask(odd), odd).toEqual([200, null, 100, 100, 0, 99])
  expect(partOf(new Request('http://localhost/'), bytes, {}).headers.get('accept-ranges')).toBe('bytes')
})
