import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { read } from './read.server.ts'
import { newId } from './new-id.ts'

let cast: Cast
beforeAll(async () => { cast = await theCast() })
const here = (person: { id: string }) => read(person as Cast['people'][string], async (tx) => (await tx.$queryRaw<{ xact: string }[]>`SELECT pg_backend_pid() || ' ' || now()::text AS xact`)[0]!.xact)

test('what is asked for one viewer in one moment is read in one transaction; another viewer has another', async () => {
  const { jay, amara } = cast.people
  const [one, two, other] = await Promise.all([here(jay!), here(jay!), here(amara!)])
  expect(two).toBe(one)
  expect(other).not.toBe(one)
  expect(await here(jay!)).not.toBe(one)
})

test('one question that fails leaves the others an answer or an error, never nothing', async () => {
  const { jay } = cast.people
  const outcomes = await Promise.allSettled([
    read(jay!, (tx) => tx.person.count()),
    read(jay!, () => Promise.reject(new Error('not here'))),
    read(jay!, (tx) => tx.person.count()),
    read(jay!, (tx) => tx.$queryRaw`SELECT 1 / 0`),
    read(jay!, (tx) => tx.person.count()),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'rejected'])
})

test('one question that cannot even be asked is its own fault alone', async () => {
  const { jay } = cast.people
  const outcomes = await Promise.allSettled([read(jay!, () => { throw new Error('before asking') }), read(jay!, (tx) => tx.person.count())])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
})

test('nothing is written by somebody who reads', async () => {
  const { jay } = cast.people
  await expect(read(jay!, (tx) => tx.act.createMany({ data: [{ id: newId(), kind: 'mine', byId: jay!.id }] }))).rejects.toThrow('read-only transaction')
})
