import { asSystem } from '../db/as-system.server.ts'
import { makeWrappingKey } from './wrapping-keys.server.ts'

/** The key for what belongs to people and to no organisation: made once, at first start. */
export const makeTheHouseKey = () => asSystem('make the house key', async (tx) => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(48262)`
  if ((await tx.wrappingKey.count({ where: { organisationId: null } })) === 0) await makeWrappingKey(tx, null)
})
