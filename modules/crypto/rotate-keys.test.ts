import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { newId } from '../db/new-id.ts'
import { onServer } from '#tests/support/template.ts'
import { opener, sealNew } from './seal.server.ts'
import { openForTheHouse, sealForTheHouse } from './seal-for-the-house.server.ts'
import { rotateKeys } from './rotate-keys.server.ts'
import type { Cast } from '#prisma/demo/people.ts'

let cast: Cast
beforeAll(async () => { cast = await theCast() })

const ask = async <Row>(sql: string) => (await onServer(databaseUrl(), sql)).rows as Row[]

test('keys are rotated, in batches: everything still opens, no ciphertext has changed, and an old key goes once nothing uses it', async () => {
  const ids = Array.from({ length: 7 }, newId)
  const sealed = new Map<string, Uint8Array>()
  await asSystem('a test', async (tx) => {
    for (const id of ids) sealed.set(id, (await sealNew(tx, { table: 'A', id, organisationId: cast.riverside }))('words', `what ${id} says`))
  })
  const seed = await asSystem('a test', (tx) => sealForTheHouse(tx, 'seed', 'a seed'))
  const before = await ask<{ id: string }>(`SELECT id FROM "WrappingKey" WHERE "organisationId" = '${cast.riverside}'`)

  const { made, moved } = await rotateKeys({ batch: 3 })
  expect(made).toBe(4)
  expect(moved).toBeGreaterThanOrEqual(7)
  const used = await ask<{ wrappingKeyId: string }>(`SELECT DISTINCT "wrappingKeyId" FROM "RowKey" WHERE "ofTable" = 'A'`)
  expect(used).toHaveLength(1)
  expect(before.map((key) => key.id)).not.toContain(used[0]!.wrappingKeyId)
  await asSystem('a test', async (tx) => {
    const open = await opener(tx, 'A', ids)
    for (const id of ids) expect(open(id, 'words', sealed.get(id))).toBe(`what ${id} says`)
    expect(await openForTheHouse(tx, 'seed', seed)).toBe('a seed')
  })

  await moveClock('25 hours')
  expect((await rotateKeys()).retired).toBeGreaterThanOrEqual(before.length)
  await asSystem('a test', async (tx) => {
    expect((await opener(tx, 'A', ids))(ids[0]!, 'words', sealed.get(ids[0]!))).toBe(`what ${ids[0]!} says`)
    expect(await openForTheHouse(tx, 'seed', seed)).toBe('a seed')
  })
  await moveClock('0')
})

test('two rotations at once leave every row under one key that opens', async () => {
  const ids = Array.from({ length: 6 }, newId)
  await asSystem('a test', async (tx) => { for (const id of ids) await sealNew(tx, { table: 'B', id, organisationId: cast.harbour }) })
  await Promise.all([rotateKeys({ batch: 2 }), rotateKeys({ batch: 2 })])
  const keys = await asSystem('a test', (tx) => opener(tx, 'B', ids))
  expect(ids.map((id) => keys(id, 'words', null))).toEqual(ids.map(() => null))
})
