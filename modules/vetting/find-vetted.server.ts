import { z } from 'zod'
import type { DbsLevel, VettingKind } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { opener } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { mayGiveRole } from '../organisations/roles-given.ts'
import { myPlaces } from './my-vetting.server.ts'
import { may } from './policy.ts'
import { adultsIn, dayAt } from './register-of.server.ts'

export type Written = {
  id: string; organisationId: string; kind: VettingKind; isNotNeeded: boolean; doneOn: string; goodUntil: string | null; dbsLevel: DbsLevel | null; isOnUpdateService: boolean | null
  certificateNumber: string | null; words: string | null; byName: string; at: Date; struck: { byName: string; at: Date; why: string | null } | null
}
export const FindVetted = z.object({ organisationId: z.uuid(), personId: z.uuid() })

/** One adult's checks, for who keeps or reads the register: how each stands, and everything that was ever written down. That it was opened is on record. */
export async function findVetted(viewer: Viewer, input: z.input<typeof FindVetted>) {
  const { organisationId, personId } = FindVetted.parse(input)
  return change(viewer, async (tx) => {
    const place = await tx.organisation.findUnique({ where: { id: organisationId }, select: { id: true, name: true, kind: true, supportedById: true } })
    if (!place) throw new NotFound()
    authorize(may.read, viewer, organisationId)
    const [person] = await adultsIn(tx, organisationId, { personId })
    if (!person) throw new NotFound()
    await record(tx, viewer, 'vetting.looked', { organisationId, subjectId: personId })
    return {
      place, person, today: await dayAt(tx, organisationId), written: await writtenOf(tx, personId, organisationId),
      can: { write: may.write(viewer, { organisationId, personId }), begin: person.roles.filter(({ role, isWaiting }) => isWaiting && mayGiveRole(viewer, role, place, personId)).map(({ membershipId }) => membershipId) },
    }
  })
}

/** What is held about the viewer as an adult, wherever that is: the same as those who keep it see. */
export const myVetting = (viewer: Viewer) => read(viewer, async (tx) => ({ places: await myPlaces(tx), written: await writtenOf(tx, viewer.id) }))

type Row = Omit<Written, 'certificateNumber' | 'words' | 'struck'> & { certificateNumber: Uint8Array | null; words: Uint8Array | null; struckAt: Date | null; struckWhy: Uint8Array | null; struckByName: string | null }

async function writtenOf(tx: Tx, personId: string, organisationId: string | null = null): Promise<Written[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, c."organisationId", c.kind, c."isNotNeeded", c."doneOn"::text AS "doneOn", c."goodUntil"::text AS "goodUntil", c."dbsLevel", c."isOnUpdateService", c."certificateNumber", c.words, c.at,
      coalesce((SELECT p.name FROM "Person" p WHERE p.id = c."byId"), 'somebody who has left') AS "byName", s.at AS "struckAt", s."struckWhy", (SELECT p.name FROM "Person" p WHERE p.id = s."byId") AS "struckByName"
    FROM "VettingCheck" c LEFT JOIN "VettingCheckStruck" s ON s."checkId" = c.id
    WHERE c."personId" = ${personId}::uuid AND (${organisationId}::uuid IS NULL OR c."organisationId" = ${organisationId}::uuid) ORDER BY c."doneOn" DESC, c.at DESC, c.id DESC LIMIT 300`
  const open = await opener(tx, 'VettingCheck', rows.map(({ id }) => id))
  return rows.map(({ struckAt, struckWhy, struckByName, ...row }) => ({
    ...row, certificateNumber: open(row.id, 'certificateNumber', row.certificateNumber), words: open(row.id, 'words', row.words),
    struck: struckAt && { at: struckAt, byName: struckByName ?? 'somebody who has left', why: open(row.id, 'struckWhy', struckWhy) },
  }))
}
