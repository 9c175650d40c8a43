import { expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { Conflict, Forbidden } from '../errors.ts'
import { changeOnce } from './change-once.server.ts'

const cast = await theCast()
const met = (error: Error, isMine: boolean) => changeOnce(cast.people.tom!, () => Promise.reject(error), { mine: () => Promise.resolve(isMine || null), otherwise: 'A colleague was quicker.' })

test('the second press that meets what the first one did is done; what somebody else did is said as it was met', async () => {
  await expect(met(new Conflict('Nobody waits for it any more.'), true)).resolves.toBeUndefined()
  await expect(met(new Conflict('Nobody waits for it any more.'), false)).rejects.toThrow('Nobody waits')
  await expect(met(new Forbidden(), true)).rejects.toThrow(Forbidden)
})
