import { z } from 'zod'
import { asSystem } from '../db/as-system.server.ts'
import { days, now } from '../clock.ts'
import { masterKey } from './master-key.server.ts'
import { rewrapRowKey } from './seal.server.ts'
import { makeWrappingKey, newestWrappingKey, unwrap, wrap } from './wrapping-keys.server.ts'

const RotateKeys = z.object({ batch: z.int().min(1).max(5000).default(500) })

/**
 * Gives every organisation and the house a new wrapping key, and wraps the row keys again under it, some at a time, while Belay runs. No
 * ciphertext is touched, so the hash chains stand. An old key goes a day after the last row has left it; the house's stay, because what is
 * sealed for the house names its key. After a change of the master key, every wrapping key is first wrapped again under the new one.
 */
export async function rotateKeys(input: z.input<typeof RotateKeys> = {}) {
  const { batch } = RotateKeys.parse(input)
  const rewrapped = await wrapUnderTheMasterKey()
  const made = await asSystem('make new wrapping keys', async (tx) => {
    const organisations = await tx.organisation.findMany({ select: { id: true } })
    for (const organisationId of [null, ...organisations.map(({ id }) => id)]) await makeWrappingKey(tx, organisationId)
    return organisations.length + 1
  })
  let moved = 0
  for (let some = await moveRowKeys(batch); some > 0; some = await moveRowKeys(batch)) moved += some
  return { rewrapped, made, moved, retired: await retire() }
}

const wrapUnderTheMasterKey = () => asSystem('wrap wrapping keys under the master key', async (tx) => {
  const old = await tx.wrappingKey.findMany({ where: { masterKeyId: { not: masterKey().id } } })
  for (const key of old) await tx.wrappingKey.update({ where: { id: key.id }, data: { wrapped: wrap(key, unwrap(key)), masterKeyId: masterKey().id } })
  return old.length
})

/** Moves some row keys that are not under their organisation's newest key. Zero: none is left. */
const moveRowKeys = (batch: number) => asSystem('wrap row keys again', async (tx) => {
  const rows = await tx.$queryRaw<{ rowId: string }[]>`
    SELECT r."rowId" FROM "RowKey" r JOIN "WrappingKey" k ON k.id = r."wrappingKeyId"
    WHERE EXISTS (SELECT FROM "WrappingKey" newer WHERE newer."organisationId" IS NOT DISTINCT FROM k."organisationId" AND (newer."createdAt", newer.id) > (k."createdAt", k.id))
    ORDER BY r."rowId" LIMIT ${batch} FOR UPDATE OF r SKIP LOCKED`
  const keys = await tx.rowKey.findMany({ where: { rowId: { in: rows.map((row) => row.rowId) } }, include: { wrappingKey: true } })
  for (const { wrappingKey, ...row } of keys) {
    const newest = await newestWrappingKey(tx, wrappingKey.organisationId)
    await tx.rowKey.update({ where: { rowId: row.rowId }, data: { wrappingKeyId: newest.id, wrapped: rewrapRowKey(row, unwrap(wrappingKey), unwrap(newest)) } })
  }
  return keys.length
})

const retire = () => asSystem('retire wrapping keys nothing uses', async (tx) => {
  const isOld = { organisationId: { not: null }, createdAt: { lt: new Date(now().getTime() - days(1)) }, rowKeys: { none: {} } }
  const unused = await tx.wrappingKey.findMany({ where: isOld })
  const newest: string[] = []
  for (const organisationId of new Set(unused.map((key) => key.organisationId))) newest.push((await newestWrappingKey(tx, organisationId)).id)
  const { count } = await tx.wrappingKey.deleteMany({ where: { ...isOld, id: { in: unused.map((key) => key.id), notIn: newest } } })
  return count
})
