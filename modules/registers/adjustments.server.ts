import { z } from 'zod'
import { openerOf } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { holds } from '../policy.ts'
import { may } from './policy.ts'

type Row = { id: string; name: string | null; where: string; kind: 'reasonable_adjustment' | 'special_consideration'; askedAt: Date; isAgreed: boolean | null; endedAt: Date | null }

/** A coordinator's register of adjustments: what waits for an answer first, the longest first; then the others, a page at a time. */
export async function adjustments(viewer: Viewer, input: { after?: string } = {}) {
  const after = z.uuid().optional().parse(input.after) ?? null
  if (!may.seeAdjustments(viewer)) throw new Forbidden()
  const take = 25
  const rows = await read(viewer, (tx) => tx.$queryRaw<Row[]>`
    WITH seen AS (SELECT a.*, n."isAgreed", n."endedAt", CASE WHEN n.id IS NULL THEN 0 WHEN n."endedAt" IS NULL AND n."isAgreed" THEN 1 ELSE 2 END AS rank
      FROM "Adjustment" a LEFT JOIN "AdjustmentAnswer" n ON n."adjustmentId" = a.id WHERE a."personId" <> ${viewer.id}::uuid)
    SELECT s.id, (SELECT p.name FROM "Person" p WHERE p.id = s."personId") AS name, o.name AS where, s.kind, s."askedAt", s."isAgreed", s."endedAt" FROM seen s JOIN "Organisation" o ON o.id = s."organisationId"
    WHERE ${after}::uuid IS NULL OR (s.rank, s."askedAt", s.id) > (SELECT l.rank, l."askedAt", l.id FROM seen l WHERE l.id = ${after}::uuid)
    ORDER BY s.rank, s."askedAt", s.id LIMIT ${take + 1}`)
  const page = rows.slice(0, take).map(({ name, ...row }) => ({ ...row, name: name ?? 'A learner' }))
  return { adjustments: page, next: rows.length > take ? page.at(-1)!.id : null }
}

/** One adjustment: what was asked, for those who may read it, and what is done. */
export async function findAdjustment(viewer: Viewer, input: { adjustmentId: string }) {
  const id = z.uuid().parse(input.adjustmentId)
  return read(viewer, async (tx) => {
    const found = await tx.adjustment.findUnique({ where: { id }, include: { answer: true, registration: { select: { specification: { select: { title: true } }, person: { select: { name: true } }, organisation: { select: { name: true } } } } } })
    if (!found) throw new NotFound()
    const [one] = await opened(tx, viewer, [found], found.answer ? [found.answer] : [])
    const { registration, organisationId, personId, registrationId } = found
    return { ...one!, registrationId, name: (registration.person as { name: string } | null)?.name ?? 'A learner', where: registration.organisation.name, title: registration.specification.title, isMine: personId === viewer.id,
      can: { answer: !found.answer && may.answerAdjustment(viewer, { organisationId, personId }), end: found.answer?.isAgreed === true && !found.answer.endedAt && may.answerAdjustment(viewer, { organisationId, personId }) } }
  })
}

/** What is arranged for one learner: all of it for themself and the coordinator; for those who carry it out only what is done. */
export async function adjustmentsOf(viewer: Viewer, input: { registrationId: string }) {
  const registrationId = z.uuid().parse(input.registrationId)
  return read(viewer, async (tx) => {
    const registration = await tx.registration.findUnique({ where: { id: registrationId }, include: { person: { select: { name: true } }, organisation: { select: { name: true } } } })
    if (!registration) throw new NotFound()
    const { organisationId, personId } = registration
    const asked = await tx.adjustment.findMany({ where: { registrationId }, orderBy: { askedAt: 'desc' }, take: 50 })
    const answers = await tx.adjustmentAnswer.findMany({ where: { registrationId }, orderBy: { at: 'desc' }, take: 50 })
    return { registrationId, name: (registration.person as { name: string } | null)?.name ?? 'A learner', where: registration.organisation.name, isMine: personId === viewer.id, adjustments: await opened(tx, viewer, asked, answers),
      can: { ask: !registration.withdrawnAt && may.askAdjustment(viewer, registration), see: personId === viewer.id || holds(viewer, organisationId, 'coordinator', 'assessor', 'quality_assurer', 'trainer') } }
  })
}

type Asked = Awaited<ReturnType<Tx['adjustment']['findMany']>>[number]
type Answer = Awaited<ReturnType<Tx['adjustmentAnswer']['findMany']>>[number]

async function opened(tx: Tx, viewer: Viewer, asked: Asked[], answers: Answer[]) {
  const open = await openerOf(tx, [...asked.map(({ id }) => ({ table: 'Adjustment', id })), ...answers.map(({ id }) => ({ table: 'AdjustmentAnswer', id }))])
  const names = new Map((await tx.person.findMany({ where: { id: { in: [...asked.map(({ askedById }) => askedById), ...answers.map(({ byId }) => byId)] } }, select: { id: true, name: true } })).map((one) => [one.id, one.name]))
  const nameOf = (id: string) => (id === viewer.id ? 'you' : (names.get(id) ?? 'somebody who has left'))
  const answered = (one: Answer) => ({ isAgreed: one.isAgreed, words: open('AdjustmentAnswer', one.id, 'words', one.words), byName: nameOf(one.byId), at: one.at, endedAt: one.endedAt })
  const whole = asked.map((one) => {
    const answer = answers.find(({ adjustmentId }) => adjustmentId === one.id)
    return { id: one.id, kind: one.kind, words: open('Adjustment', one.id, 'words', one.words), askedByName: nameOf(one.askedById), askedAt: one.askedAt, answer: answer ? answered(answer) : null }
  })
  // Of what was asked without the viewer being one who reads it, there is only the answer.
  const unasked = answers.filter(({ adjustmentId }) => !asked.some(({ id }) => id === adjustmentId)).map((one) => ({ id: one.adjustmentId, kind: null, words: null, askedByName: null, askedAt: null, answer: answered(one) }))
  return [...whole, ...unasked]
}
