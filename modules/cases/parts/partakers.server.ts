import type { Role } from '#prisma/generated/enums.ts'
import type { Tx } from '../../db/transaction.server.ts'

export type Partaker = { personId: string; name: string; role: Role }

/** The adults who may have a part in a case, each once, with the role that says most: its setting's, whom it is not kept from, and not whoever raised it. */
export const partakers = (tx: Tx, concernId: string) => tx.$queryRaw<Partaker[]>`SELECT "personId", name, role::text AS role FROM app.partakers(${concernId}::uuid) ORDER BY name`
