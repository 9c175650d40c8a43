import { beforeAll, expect, test } from 'vitest'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { asSystem } from '../db/as-system.server.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { theCast } from '#tests/support/cast.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { decrypt, encrypt } from './envelope.server.ts'
import { opener, sealNew } from './seal.server.ts'
import { openForTheHouse, sealForTheHouse } from './seal-for-the-house.server.ts'

let cast: Cast
beforeAll(async () => { cast = await theCast() })

test('a ciphertext opens under its own key and purpose, and under no other', () => {
  const key = Buffer.alloc(32, 3)
  const sealed = encrypt(key, Buffer.from('the trials were on Wednesday'), 'JournalEntry|body|1')
  expect(decrypt(key, sealed, 'JournalEntry|body|1').toString()).toBe('the trials were on Wednesday')
  expect(() => decrypt(key, sealed, 'JournalEntry|body|2')).toThrow()
  expect(() => decrypt(Buffer.alloc(32, 4), sealed, 'JournalEntry|body|1')).toThrow()
  for (const at of [0, 5, 15, sealed.length - 1]) {
    const bent = Uint8Array.from(sealed)
    bent[at]! ^= 1
    expect(() => decrypt(key, bent, 'JournalEntry|body|1')).toThrow()
  }
})

test('a row is sealed under a key of its own; without that key it opens for nobody', async () => {
  const id = newId()
  const sealed = await asSystem('a test', async (tx) => (await sealNew(tx, { table: 'Concern', id, organisationId: cast.riverside }))('what', 'words'))
  expect(Buffer.from(sealed).includes('words')).toBe(false)
  expect(await asSystem('a test', async (tx) => (await opener(tx, 'Concern', [id]))(id, 'what', sealed))).toBe('words')
  // Under another column's name it is not the same text.
  await expect(asSystem('a test', async (tx) => (await opener(tx, 'Concern', [id]))(id, 'who', sealed))).rejects.toThrow()
  // Somebody who may not see the row has no key for it.
  expect(await change(cast.people.zia!, async (tx) => (await opener(tx, 'Concern', [id]))(id, 'what', sealed))).toBeNull()
  // No job takes the key of a concern; whoever holds the database can.
  await expect(asSystem('a test', (tx) => tx.rowKey.deleteMany({ where: { rowId: id } }))).resolves.toEqual({ count: 0 })
  await asOwner(`DELETE FROM "RowKey" WHERE "rowId" = '${id}'`)
  expect(await asSystem('a test', async (tx) => (await opener(tx, 'Concern', [id]))(id, 'what', sealed))).toBeNull()
})

test('nobody seals with the key of an organisation that is not theirs', async () => {
  await expect(change(cast.people.zia!, (tx) => sealNew(tx, { table: 'JournalEntry', id: newId(), organisationId: cast.riverside }))).rejects.toThrow('no key yet, or it is not yours')
})

test('what belongs to a person alone is sealed for the house', async () => {
  const sealed = await asSystem('a test', (tx) => sealForTheHouse(tx, 'Authenticator|1', 'JBSWY3DPEHPK3PXP'))
  expect(await asSystem('a test', (tx) => openForTheHouse(tx, 'Authenticator|1', sealed))).toBe('JBSWY3DPEHPK3PXP')
  await expect(asSystem('a test', (tx) => openForTheHouse(tx, 'Authenticator|2', sealed))).rejects.toThrow()
})
