import { expect, test } from 'vitest'
import { of } from '#tests/support/a-case.ts'
import { sharedAboutAdult } from '#tests/support/an-adult-concern.ts'
import { adultsToday } from './adults-today.server.ts'

test('however many nobody has yet, each is on Today of those who keep it: one more that is handed on hides none', async () => {
  const before = (await adultsToday(of('tom'))).mine.map(({ id }) => id)
  const ids: string[] = []
  for (let count = 0; count < 12; count += 1) ids.push(await sharedAboutAdult())
  expect((await adultsToday(of('tom'))).mine.map(({ id }) => id)).toEqual(expect.arrayContaining([...before, ...ids]))
})
