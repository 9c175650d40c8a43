import { expect, test } from 'vitest'
import { didNotArrive, orNotArrived } from './not-arrived.ts'

/** As the router hands over what the server answered with a status. */
const answered = (status: number, data: unknown) => ({ status, statusText: '', internal: false, data })
const thrown = (error: unknown) => orNotArrived(() => Promise.reject(error as Error))

test('what arrives is answered as it was; the way to another page stays one', async () => {
  expect(await orNotArrived(() => Promise.resolve({ given: 'words' }))).toEqual({ given: 'words' })
  const away = new Response(null, { status: 302 })
  await expect(thrown(away)).rejects.toBe(away)
})

test('what does not arrive, and what a busy server turns away, leaves the page as it is and says so', async () => {
  for (const error of [new TypeError('Failed to fetch'), new SyntaxError('Unable to decode turbo-stream response'), answered(502, 'no')]) {
    const answer = await thrown(error)
    expect(didNotArrive(answer) && answer.refused.message).toBe('It did not arrive: the signal went, or Belay did not answer. Everything is still here. Send it again in a moment.')
  }
  const answer = await thrown(answered(429, { message: 'Two of your files are still arriving. Wait for them, then send this one.' }))
  expect(didNotArrive(answer) && answer.refused.message).toMatch(/^Two of your files are still arriving.*still here/)
})
