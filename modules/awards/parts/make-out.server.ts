import { randomBytes, randomUUID } from 'node:crypto'
import { record } from '../../audit/record.server.ts'
import { now } from '../../clock.ts'
import { once } from '../../db/once.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { tell } from '../../live/tell.server.ts'
import { markFrom } from '../addresses.ts'
import { awardNews } from '../events.ts'
import { refuseIfUnwritable } from './refuse-if-unwritable.server.ts'

type What = { id: string; organisationId: string; personId: string; title: string; goodUntil: Date | null }
  & ({ kind: 'course'; courseId: string; cohortId: string } | { kind: 'qualification'; registrationId: string; certificateNumber: string })

/** Makes a certificate out, once: the second of two who press, and a resend, come to the same one. */
export async function makeOut(tx: Tx, viewer: Viewer, what: What): Promise<void> {
  const person = await tx.person.findUnique({ where: { id: what.personId }, select: { fullName: true } })
  if (!person) throw new NotFound()
  refuseIfUnwritable(person.fullName)
  if (what.goodUntil && what.goodUntil <= now()) throw new Conflict('The day it is good until has gone by. Choose a later one, or leave it empty.')
  const [course, registration] = what.kind === 'course' ? [what.courseId, null] : [null, what.registrationId]
  const [row] = await tx.$queryRaw<{ issue: number | null }[]>`SELECT app.next_issue(${what.personId}::uuid, ${course}, ${registration}::uuid) AS issue`
  if (!row?.issue) throw new Conflict('They have this certificate already.')
  await once(() => tx.award.createMany({ data: [{ ...what, issue: row.issue!, fullName: person.fullName, mark: markFrom(randomBytes(16)), badgeId: randomUUID(), salt: randomBytes(12).toString('base64url'), byId: viewer.id }] }),
    'A colleague has just awarded this.')
  await record(tx, viewer, 'award.made-out', { organisationId: what.organisationId, subjectId: what.personId, awardId: what.id, of: what.kind })
  await tell(tx, `person:${what.personId}`, awardNews.awarded, { awardId: what.id })
}
