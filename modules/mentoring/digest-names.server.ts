import { opener } from '../crypto/seal.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { digestsOfName, partsOfName } from './name-digests.server.ts'

/** How many in one transaction. */
const atOnce = 200

/**
 * Mentees who were written down before digests of their names were kept get theirs, so that nobody from outside reads a name that an adult wrote.
 * Done when Belay starts, before anybody opens a page; afterwards there are none left. Says how many there were.
 */
export async function digestNames(): Promise<number> {
  let all = 0
  for (let count = atOnce; count === atOnce; all += count) count = await someNames()
  return all
}

const someNames = () => asSystem('keep digests of names of mentees', async (tx) => {
  // Two processes that start at once share them out.
  const rows = await tx.$queryRaw<{ id: string; organisationId: string; ownName: Uint8Array | null }[]>`
    SELECT id, "organisationId", "ownName" FROM "Mentee" WHERE "ownNameDigests" IS NULL ORDER BY id LIMIT ${atOnce}::int FOR UPDATE SKIP LOCKED`
  const open = await opener(tx, 'Mentee', rows.map(({ id }) => id))
  for (const { id, organisationId, ownName } of rows) {
    // Whose key is destroyed has no name any more, and so none to leave out.
    await tx.mentee.updateMany({ where: { id }, data: { ownNameDigests: digestsOfName(organisationId, partsOfName(open(id, 'ownName', ownName) ?? '')) } })
  }
  return rows.length
})
