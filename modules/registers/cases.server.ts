import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { after, minutes } from '../clock.ts'
import { openerOf } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may, placesToReport } from './policy.ts'

/** The cases a viewer looks into, and those they wrote down themselves; open ones first, a page at a time. */
export async function cases(viewer: Viewer, input: { after?: string } = {}) {
  const afterId = z.uuid().optional().parse(input.after) ?? null
  if (!may.reportSomewhere(viewer)) throw new Forbidden()
  const take = 25
  return read(viewer, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; organisationId: string; aboutId: string; about: string | null; where: string; reportedAt: Date; reportedById: string; endedAt: Date | null }[]>`
      WITH seen AS (SELECT c.*, e.at AS "endedAt", (e.id IS NOT NULL)::int AS rank FROM "MalpracticeCase" c LEFT JOIN "MalpracticeEnd" e ON e."caseId" = c.id)
      SELECT s.id, s."organisationId", s."aboutId", (SELECT p."fullName" FROM "Person" p WHERE p.id = s."aboutId") AS about, o.name AS where, s."reportedAt", s."reportedById", s."endedAt" FROM seen s JOIN "Organisation" o ON o.id = s."organisationId"
      WHERE ${afterId}::uuid IS NULL OR (s.rank, s."reportedAt", s.id) > (SELECT l.rank, l."reportedAt", l.id FROM seen l WHERE l.id = ${afterId}::uuid)
      ORDER BY s.rank, s."reportedAt", s.id LIMIT ${take + 1}`
    const page = rows.slice(0, take).map(({ aboutId, organisationId, about, reportedById, ...row }) => ({ ...row, about: about ?? 'Somebody', keeps: may.keepCase(viewer, { organisationId, aboutId }), isMine: reportedById === viewer.id }))
    return { cases: page, next: rows.length > take ? page.at(-1)!.id : null }
  })
}

/** A case as those read it who look into it. That it was looked at is on record once a person, case and quarter of an hour. */
export async function findCase(viewer: Viewer, input: { caseId: string }) {
  const id = z.uuid().parse(input.caseId)
  return change(viewer, async (tx) => {
    const found = await tx.malpracticeCase.findUnique({ where: { id }, include: { end: true, notes: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } } })
    if (!found) throw new NotFound()
    const { organisationId, aboutId, notes, end } = found
    authorize(may.keepCase, viewer, found)
    const looked = await tx.act.count({ where: { byId: viewer.id, kind: 'registers.malpractice-looked-at', subjectId: id, at: { gt: after(-minutes(15)) } } })
    if (looked === 0) await record(tx, viewer, 'registers.malpractice-looked-at', { organisationId, subjectId: id })
    const place = await tx.organisation.findUnique({ where: { id: organisationId }, select: { name: true } })
    const names = new Map((await tx.person.findMany({ where: { id: { in: [aboutId, found.reportedById, ...notes.map(({ byId }) => byId), ...(end ? [end.byId] : [])] } }, select: { id: true, name: true, fullName: true } })).map((one) => [one.id, one]))
    const nameOf = (personId: string) => (personId === viewer.id ? 'you' : (names.get(personId)?.name ?? 'somebody'))
    const open = await openerOf(tx, [{ table: 'MalpracticeCase', id }, ...notes.map((note) => ({ table: 'MalpracticeNote', id: note.id })), ...(end ? [{ table: 'MalpracticeEnd', id: end.id }] : [])])
    const rule = await tx.retentionRule.findUnique({ where: { what: 'accreditation.malpractice' }, select: { days: true } })
    return {
      id, where: place?.name ?? '', about: names.get(aboutId)?.fullName ?? 'Somebody', reportedAt: found.reportedAt, reportedBy: nameOf(found.reportedById), words: open('MalpracticeCase', id, 'words', found.words), keptDays: rule?.days ?? null,
      notes: notes.map((note) => ({ id: note.id, at: note.at, byName: nameOf(note.byId), words: open('MalpracticeNote', note.id, 'words', note.words) })),
      end: end && { ending: end.ending, at: end.at, byName: nameOf(end.byId), words: open('MalpracticeEnd', end.id, 'words', end.words) },
    }
  })
}

const WhomToReport = z.object({ /** Those whose name holds this. */ name: z.string().trim().max(80).default('') })
const atOnce = 500

/** Whom something may be written down about: those registered, and those who teach and assess, where the viewer may write; never themself. By name, and whether there are more. */
export async function whomToReport(viewer: Viewer, input: z.input<typeof WhomToReport> = {}) {
  const { name } = WhomToReport.parse(input)
  if (!may.reportSomewhere(viewer)) throw new Forbidden()
  return read(viewer, async (tx) => {
    const places = await tx.organisation.findMany({ where: { id: { in: placesToReport(viewer) } }, select: { id: true, name: true }, orderBy: { name: 'asc' } })
    const people = await tx.$queryRaw<{ id: string; name: string; organisationId: string }[]>`
      SELECT DISTINCT p.id, p."fullName" AS name, found."organisationId" FROM (
        SELECT "personId", "organisationId" FROM "Registration" WHERE "organisationId" = ANY (${placesToReport(viewer)}::uuid[])
        UNION SELECT "byId", "organisationId" FROM "Decision" WHERE "organisationId" = ANY (${placesToReport(viewer)}::uuid[])
        UNION SELECT "personId", "organisationId" FROM "Membership" WHERE "organisationId" = ANY (${placesToReport(viewer)}::uuid[]) AND role IN ('assessor', 'quality_assurer', 'trainer', 'trainee_trainer', 'coordinator', 'youth_worker', 'head')) found
      JOIN "Person" p ON p.id = found."personId" WHERE p.id <> ${viewer.id}::uuid AND (${name} = '' OR strpos(lower(p."fullName"), lower(${name})) > 0 OR strpos(lower(p.name), lower(${name})) > 0) ORDER BY 2, 1 LIMIT ${atOnce + 1}`
    return { places, people: people.slice(0, atOnce), hasMore: people.length > atOnce }
  })
}
