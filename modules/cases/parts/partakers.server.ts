import type { Role } from '#prisma/generated/enums.ts'
import type { Tx } from '../../db/transaction.server.ts'

export type Partaker = { personId: string; name: string; role: Role }

/** The adults who may have a part in a case, each once, with the role that says most: its setting's, whom it is not kept from, and not whoever raised it. */
export const partakers = (tx: Tx, concernId: string) => tx.$queryRaw<Partaker[]>`SELECT "personId", name, role::text AS role FROM app.partakers(${concernId}::uuid) ORDER BY name`

/** Those it can be kept from: they, and whoever raised it, if they are an adult. */
export const whoCanBeKeptOut = (tx: Tx, concernId: string) => tx.$queryRaw<(Omit<Partaker, 'role'> & { role?: Role })[]>`
  SELECT "personId", name, role::text AS role FROM app.partakers(${concernId}::uuid)
  UNION SELECT p.id, p.name, NULL FROM "Concern" c JOIN "Person" p ON p.id = c."raisedById" WHERE c.id = ${concernId}::uuid AND NOT app.may_have_part(c.id, p.id) AND app.may_be_kept_from(c.id, p.id) ORDER BY name`
