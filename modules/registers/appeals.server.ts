import { z } from 'zod'
import { findMatrix } from '../accreditation/find-matrix.server.ts'
import { openerOf } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { may } from './policy.ts'
import { findAppealFacts } from './parts/find-appeal-facts.server.ts'

type Row = { id: string; name: string | null; where: string; stage: number; number: string; raisedAt: Date; dueAt: Date; takenBy: string | null; isChanged: boolean | null }

/** Appeals in the viewer's settings: those not answered first, the longest first; a page at a time. */
export async function appeals(viewer: Viewer, input: { after?: string } = {}) {
  const after = z.uuid().optional().parse(input.after) ?? null
  if (!may.seeAppeals(viewer)) throw new Forbidden()
  const take = 25
  const rows = await read(viewer, (tx) => tx.$queryRaw<Row[]>`
    WITH seen AS (SELECT a.*, t."byId", o."isChanged", (o.id IS NOT NULL)::int AS rank FROM "Appeal" a LEFT JOIN "AppealTaking" t ON t."appealId" = a.id LEFT JOIN "AppealOutcome" o ON o."appealId" = a.id WHERE a."personId" <> ${viewer.id}::uuid)
    SELECT s.id, (SELECT p.name FROM "Person" p WHERE p.id = s."personId") AS name, g.name AS where, s.stage, c.number, s."raisedAt", s."dueAt", (SELECT p.name FROM "Person" p WHERE p.id = s."byId") AS "takenBy", s."isChanged"
    FROM seen s JOIN "Organisation" g ON g.id = s."organisationId" JOIN "Criterion" c ON c.id = s."criterionId"
    WHERE ${after}::uuid IS NULL OR (s.rank, s."raisedAt", s.id) > (SELECT l.rank, l."raisedAt", l.id FROM seen l WHERE l.id = ${after}::uuid)
    ORDER BY s.rank, s."raisedAt", s.id LIMIT ${take + 1}`)
  const page = rows.slice(0, take).map(({ name, ...row }) => ({ ...row, name: name ?? 'A learner' }))
  return { appeals: page, next: rows.length > take ? page.at(-1)!.id : null }
}

/** One appeal: what it is about, what the learner says (for themself and who may look), each step with its day, and what came of it. */
export async function findAppeal(viewer: Viewer, input: { appealId: string }) {
  const id = z.uuid().parse(input.appealId)
  const seen = await read(viewer, async (tx) => {
    const { taking, outcome, decision, ...appeal } = await findAppealFacts(tx, viewer, id)
    const open = await openerOf(tx, [{ table: 'Appeal', id }, ...(outcome ? [{ table: 'AppealOutcome', id: outcome.id }] : [])])
    const names = new Map((await tx.person.findMany({ where: { id: { in: [decision.byId, ...(taking ? [taking.byId] : [])] } }, select: { id: true, name: true } })).map((one) => [one.id, one.name]))
    const later = await tx.appeal.count({ where: { decisionId: decision.id, stage: { gt: appeal.stage } } })
    const canHear = may.hearAppeal(viewer, appeal)
    return {
      id, stage: appeal.stage, registrationId: appeal.registrationId, criterionId: appeal.criterionId, decisionId: decision.id, words: open('Appeal', id, 'words', appeal.words), raisedAt: appeal.raisedAt, dueAt: appeal.dueAt, isMine: appeal.personId === viewer.id,
      decidedByName: names.get(decision.byId) ?? 'Somebody who has left', decidedAt: decision.decidedAt,
      taking: taking && { byName: taking.byId === viewer.id ? 'you' : (names.get(taking.byId) ?? 'Somebody who has left'), at: taking.at, isMine: taking.byId === viewer.id },
      outcome: outcome && { isChanged: outcome.isChanged, words: open('AppealOutcome', outcome.id, 'words', outcome.words), at: outcome.at },
      can: { take: canHear && !taking, answer: canHear && taking?.byId === viewer.id && !outcome, askAgain: appeal.personId === viewer.id && appeal.stage === 1 && later === 0 && outcome?.isChanged === false, isLast: appeal.stage === 2 },
    }
  })
  const matrix = await findMatrix(viewer, { registrationId: seen.registrationId })
  const criterion = matrix.units.flatMap((unit) => unit.criteria.map((one) => ({ ...one, ref: unit.ref }))).find((one) => one.id === seen.criterionId)
  if (!criterion) throw new NotFound()
  const called = `${criterion.ref} ${criterion.number}` as const
  return { ...seen, name: matrix.name, where: matrix.where, criterion: { called, says: criterion.says }, decision: criterion.decisions.find((one) => one.id === seen.decisionId) ?? null, evidence: matrix.evidence.filter((piece) => !piece.withdrawnAt && piece.shows.includes(called)) }
}

/** What a learner may ask about, and has asked: by decision. */
export const myAppeals = (viewer: Viewer, input: { registrationId: string }) => read(viewer, async (tx) => {
  const found = await tx.appeal.findMany({ where: { registrationId: z.uuid().parse(input.registrationId), personId: viewer.id }, orderBy: { stage: 'asc' }, include: { outcome: { select: { isChanged: true } } } })
  return found.map(({ id, decisionId, outcome }) => ({ id, decisionId, isAnswered: outcome !== null }))
})
