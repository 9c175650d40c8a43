import { expect, test } from 'vitest'
import { NotFound } from '#modules/errors.ts'
import { lastResorts } from './metrics.server.ts'
import { reportError } from './report-error.server.ts'

const request = new Request('http://localhost/concerns/x/receipt', { method: 'POST' })
const counted = async () => (await lastResorts.get()).values[0]?.value ?? 0
/** What Remix makes of a page thrown with its status, and of a form to an address that takes none. */
const thrown = (status: number) => ({ status, statusText: '', internal: true, data: 'x' })

test('what is refused on purpose is no surprise; anything else is counted, and named', async () => {
  const before = await counted()
  for (const error of [new NotFound(), thrown(403), thrown(404), thrown(405)]) reportError(error, { request })
  expect(await counted()).toBe(before)
  const context = { nonce: '', address: '', standing: () => Promise.resolve(null) } as { nonce: string; address: string; standing: () => Promise<null>; errorId?: string }
  reportError(new TypeError('undefined is no function'), { request, context })
  reportError(thrown(500), { request })
  expect(await counted()).toBe(before + 2)
  expect(context.errorId).toMatch(/^[0-9a-f-]{36}$/)
})
