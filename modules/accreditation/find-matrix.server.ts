import { z } from 'zod'
import { openerOf } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { holds } from '../policy.ts'
import { may } from './policy.ts'
import { standingOf } from './states.ts'
import type { EvidenceKind, Outcome } from '#prisma/generated/enums.ts'

type Registered = { id: string; personId: string; organisationId: string; specificationId: string; withdrawnAt: Date | null; name: string | null; where: string; title: string; version: number; isExample: boolean }
type Asked = { ref: string; title: string; id: string; number: string; says: string; shownBy: EvidenceKind[]; taughtIn: string[] }
type Link = { evidenceId: string; criterionId: string; decisionId: string | null; withdrawnAt: Date | null }
type Decided = { id: string; criterionId: string; outcome: Outcome; attempt: number; decidedAt: Date; byId: string; feedback: Uint8Array }
type Piece = {
  id: string; kind: EvidenceKind; cardId: string | null; handedInAt: Date; withdrawnAt: Date | null; byId: string; body: Uint8Array; transcript: Uint8Array | null
  file: { id: string; type: string; size: number; width: number | null; height: number | null; seconds: number | null } | null
}

/** A learner's matrix: every criterion, how it stands, how much evidence there is, and what assessors wrote. Words only for those whose they are to read. */
export async function findMatrix(viewer: Viewer, input: { registrationId: string }, { isFromOutside = false } = {}) {
  const id = z.uuid().parse(input.registrationId)
  return read(viewer, async (tx) => {
    const [registration] = await tx.$queryRaw<Registered[]>`
      SELECT r.id, r."personId", r."organisationId", r."specificationId", r."withdrawnAt", (SELECT p.name FROM "Person" p WHERE p.id = r."personId") AS name, o.name AS where, s.title, s.version, s."isExample"
      FROM "Registration" r JOIN "Organisation" o ON o.id = r."organisationId" JOIN "Specification" s ON s.id = r."specificationId" WHERE r.id = ${id}::uuid`
    // An external quality assurer sees a few rows of it, and only through the sample that is open to them, where each look goes on record.
    if (!registration || !(isFromOutside || may.readMatrix(viewer, registration))) throw new NotFound()
    const asked = await tx.$queryRaw<Asked[]>`
      SELECT u.ref, u.title, c.id, c.number, c.says, c."shownBy"::text[] AS "shownBy", c."taughtIn"
      FROM "Criterion" c JOIN "LearningOutcome" o ON o.id = c."outcomeId" JOIN "SpecificationUnit" u ON u.id = o."unitId"
      WHERE c."specificationId" = ${registration.specificationId}::uuid ORDER BY u.place, o.place, c.place`
    const links = await tx.$queryRaw<Link[]>`SELECT e."evidenceId", e."criterionId", e."decisionId", e."withdrawnAt" FROM "EvidenceCriterion" e WHERE e."registrationId" = ${id}::uuid AND e."withdrawnAt" IS NULL`
    const decisions = await tx.$queryRaw<Decided[]>`
      SELECT d.id, d."criterionId", d.outcome::text AS outcome, d.attempt, d."decidedAt", d."byId", d.feedback FROM "Decision" d WHERE d."registrationId" = ${id}::uuid ORDER BY d.attempt DESC`
    const evidence = await tx.$queryRaw<Piece[]>`
      SELECT e.id, e.kind::text AS kind, e."cardId", e."handedInAt", e."withdrawnAt", e."byId", e.body, e.transcript,
        CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('id', f.id, 'type', f.type, 'size', f.size, 'width', f.width, 'height', f.height, 'seconds', f.seconds) END AS file
      FROM "Evidence" e LEFT JOIN "EvidenceFile" f ON f.id = e."fileId" WHERE e."registrationId" = ${id}::uuid ORDER BY e."handedInAt" DESC, e.id DESC`
    // An array and no list: a list of another length is another statement, and planned anew. Each name is looked up by itself: asked for all of them, Postgres first reads who everybody is that the viewer may know.
    const names = new Map((await tx.$queryRaw<{ id: string; name: string | null }[]>`SELECT asked.id, (SELECT p.name FROM "Person" p WHERE p.id = asked.id) AS name FROM unnest(${[...new Set([...decisions, ...evidence].map(({ byId }) => byId))]}::uuid[]) AS asked (id)`).map((one) => [one.id, one.name]))
    const open = await openerOf(tx, [...decisions.map((one) => ({ table: 'Decision', id: one.id })), ...evidence.filter(({ withdrawnAt }) => !withdrawnAt).map((one) => ({ table: 'Evidence', id: one.id }))])
    const nameOf = (personId: string) => names.get(personId) ?? (personId === registration.personId ? 'the learner' : 'Somebody who has left')
    const { organisationId, personId } = registration
    const numberOf = new Map(asked.map((one) => [one.id, `${one.ref} ${one.number}`]))
    const [decisionsOn, linksTo, linksOf] = [Map.groupBy(decisions, (one) => one.criterionId), Map.groupBy(links, (one) => one.criterionId), Map.groupBy(links, (one) => one.evidenceId)]
    return {
      id, personId, name: registration.name ?? 'A learner', where: registration.where, withdrawnAt: registration.withdrawnAt,
      specification: { title: registration.title, version: registration.version, isExample: registration.isExample },
      units: [...Map.groupBy(asked, ({ ref }) => ref)].map(([ref, criteria]) => ({ ref, title: criteria[0]!.title, criteria: criteria.map(({ id: criterionId, number, says, shownBy, taughtIn }) => {
        const mine = decisionsOn.get(criterionId) ?? []
        const pieces = linksTo.get(criterionId) ?? []
        return {
          id: criterionId, number, says, shownBy, taughtIn, standing: standingOf(mine, pieces), pieces: pieces.length,
          decisions: mine.map(({ id: decisionId, outcome, attempt, decidedAt, byId, feedback }) => ({ id: decisionId, outcome, attempt, decidedAt, byName: nameOf(byId), feedback: open('Decision', decisionId, 'feedback', feedback) })),
        }
      }) })),
      evidence: evidence.map(({ id: evidenceId, kind, cardId, handedInAt, withdrawnAt, byId, body, transcript, file }) => ({
        id: evidenceId, kind, file, cardId, handedInAt, withdrawnAt, byName: byId === viewer.id ? 'you' : nameOf(byId), words: open('Evidence', evidenceId, 'body', body), transcript: open('Evidence', evidenceId, 'transcript', transcript),
        shows: (linksOf.get(evidenceId) ?? []).map((one) => numberOf.get(one.criterionId) ?? ''),
        isWaiting: !withdrawnAt && (linksOf.get(evidenceId) ?? []).some((one) => !one.decisionId),
        canTakeBack: !withdrawnAt && may.takeBack(viewer, { personId }) && (linksOf.get(evidenceId) ?? []).every((one) => !one.decisionId),
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
