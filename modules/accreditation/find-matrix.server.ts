import { z } from 'zod'
import { openerOf } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { holds } from '../policy.ts'
import { may } from './policy.ts'
import { standingOf } from './states.ts'

/** A learner's matrix: every criterion, how it stands, how much evidence there is, and what assessors wrote. Words only for those whose they are to read. */
export async function findMatrix(viewer: Viewer, input: { registrationId: string }, { isFromOutside = false } = {}) {
  const id = z.uuid().parse(input.registrationId)
  return read(viewer, async (tx) => {
    const registration = await tx.registration.findUnique({ where: { id }, include: {
      organisation: { select: { name: true } }, person: { select: { name: true } },
      specification: { include: { units: { orderBy: { place: 'asc' }, include: { outcomes: { orderBy: { place: 'asc' }, include: { criteria: { orderBy: { place: 'asc' } } } } } } } },
    } })
    // An external quality assurer sees a few rows of it, and only through the sample that is open to them, where each look goes on record.
    if (!registration || !(isFromOutside || may.readMatrix(viewer, registration))) throw new NotFound()
    const links = await tx.evidenceCriterion.findMany({ where: { registrationId: id, withdrawnAt: null } })
    const decisions = await tx.decision.findMany({ where: { registrationId: id }, orderBy: { attempt: 'desc' } })
    const evidence = await tx.evidence.findMany({ where: { registrationId: id }, orderBy: [{ handedInAt: 'desc' }, { id: 'desc' }], include: { file: { select: { id: true, type: true, size: true, width: true, height: true, seconds: true } } } })
    const names = new Map((await tx.person.findMany({ where: { id: { in: [...decisions, ...evidence].map(({ byId }) => byId) } }, select: { id: true, name: true } })).map((one) => [one.id, one.name]))
    const open = await openerOf(tx, [...decisions.map((one) => ({ table: 'Decision', id: one.id })), ...evidence.filter(({ withdrawnAt }) => !withdrawnAt).map((one) => ({ table: 'Evidence', id: one.id }))])
    const nameOf = (personId: string) => names.get(personId) ?? (personId === registration.personId ? 'the learner' : 'Somebody who has left')
    const { organisationId, personId } = registration
    const numberOf = new Map(registration.specification.units.flatMap((unit) => unit.outcomes.flatMap((outcome) => outcome.criteria.map((one) => [one.id, `${unit.ref} ${one.number}`] as const))))
    return {
      id, personId, name: (registration.person as { name: string } | null)?.name ?? 'A learner', where: registration.organisation.name, withdrawnAt: registration.withdrawnAt,
      specification: { title: registration.specification.title, version: registration.specification.version, isExample: registration.specification.isExample },
      units: registration.specification.units.map(({ ref, title, outcomes }) => ({ ref, title, criteria: outcomes.flatMap(({ criteria }) => criteria.map(({ id: criterionId, number, says, shownBy, taughtIn }) => {
        const mine = decisions.filter((one) => one.criterionId === criterionId)
        const pieces = links.filter((one) => one.criterionId === criterionId)
        return {
          id: criterionId, number, says, shownBy, taughtIn, standing: standingOf(mine, pieces), pieces: pieces.length,
          decisions: mine.map(({ id: decisionId, outcome, attempt, decidedAt, byId, feedback }) => ({ id: decisionId, outcome, attempt, decidedAt, byName: nameOf(byId), feedback: open('Decision', decisionId, 'feedback', feedback) })),
        }
      })) })),
      evidence: evidence.map(({ id: evidenceId, kind, cardId, handedInAt, withdrawnAt, byId, body, transcript, file }) => ({
        id: evidenceId, kind, file, cardId, handedInAt, withdrawnAt, byName: byId === viewer.id ? 'you' : nameOf(byId), words: open('Evidence', evidenceId, 'body', body), transcript: open('Evidence', evidenceId, 'transcript', transcript),
        shows: links.filter((one) => one.evidenceId === evidenceId).map((one) => numberOf.get(one.criterionId) ?? ''),
        isWaiting: !withdrawnAt && links.some((one) => one.evidenceId === evidenceId && !one.decisionId),
        canTakeBack: !withdrawnAt && may.takeBack(viewer, { personId }) && links.every((one) => one.evidenceId !== evidenceId || !one.decisionId),
      })),
      isMine: personId === viewer.id,
      can: {
        decide: !registration.withdrawnAt && may.decide(viewer, { organisationId, personId }), writeStatement: !registration.withdrawnAt && may.writeStatement(viewer, { organisationId, personId }),
        withdraw: !registration.withdrawnAt && may.register(viewer, organisationId), readEvidence: personId === viewer.id || holds(viewer, organisationId, 'assessor', 'quality_assurer'),
      },
    }
  })
}
export type Matrix = Awaited<ReturnType<typeof findMatrix>>
