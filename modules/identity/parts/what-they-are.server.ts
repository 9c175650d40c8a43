import type { Role } from '#prisma/generated/enums.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { WhatTheyAre } from '../helping-back-in.ts'

/** What somebody is in an organisation, and whether they are anything elsewhere, as one of that organisation's adults may ask. */
export async function whatTheyAre(tx: Tx, personId: string, organisationId: string): Promise<WhatTheyAre> {
  const [row] = await tx.$queryRaw<{ roles: Role[]; elsewhere: boolean }[]>`SELECT roles::text[] AS roles, elsewhere FROM app.what_they_are(${personId}::uuid, ${organisationId}::uuid)`
  return { organisationId, personId, roles: row?.roles ?? [], elsewhere: row?.elsewhere ?? false }
}
