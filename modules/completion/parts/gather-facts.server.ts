import type { Mark } from '#prisma/generated/enums.ts'
import type { Course } from '../../curriculum/schema.ts'
import { unitsOf } from '../../curriculum/units-of.ts'
import { now } from '../../clock.ts'
import type { Tx } from '../../db/transaction.server.ts'
import { agreement } from '../agreement.ts'
import type { Facts, SessionFact } from '../completion.ts'
import { policyThatCounts } from './policy-that-counts.server.ts'

type Sat = { personId: string; covers: number[]; isOver: boolean; hasLeft: boolean; mark: Mark | null }
export type Known = Facts & { signedAt: Date | null; readAt: Date | null; talkedOver: { session: number; byId: string; at: Date }[]; trainedBefore: { id: string; seen: string; endedOn: Date; byId: string; at: Date } | null }

/** What is known of each of these people in one setting, for one course. A handful of questions, however many they are. */
export async function gatherFacts(tx: Tx, { organisationId, personIds, course }: { organisationId: string; personIds: readonly string[]; course: Course }): Promise<Map<string, Known>> {
  const who = { personId: { in: [...personIds] }, organisationId }
  const progress = await tx.unitProgress.findMany({ where: { ...who, courseId: course.id, finishedAt: { not: null } }, select: { personId: true, unitId: true } })
  const sat = await tx.$queryRaw<Sat[]>`
    SELECT p."personId"::text AS "personId", s.covers, s."startsAt" + make_interval(mins => s.minutes) <= ${now()} AS "isOver", p."leftAt" IS NOT NULL AS "hasLeft", newest.mark::text AS mark
    FROM "CohortMember" p JOIN "Cohort" c ON c.id = p."cohortId" JOIN "CohortSession" s ON s."cohortId" = c.id
    LEFT JOIN LATERAL (SELECT m.mark FROM "SessionMark" m WHERE m."sessionId" = s.id AND m."personId" = p."personId" ORDER BY m."markedAt" DESC, m.id DESC LIMIT 1) newest ON true
    WHERE p."personId" = ANY (${[...personIds]}::uuid[]) AND p."organisationId" = ${organisationId}::uuid AND p.part = 'learner' AND p."placedAt" IS NOT NULL
      AND c."courseId" = ${course.id} AND s."calledOffAt" IS NULL`
  const talkedOver = await tx.sessionTalkedOver.findMany({ where: { ...who, courseId: course.id }, orderBy: { at: 'asc' } })
  const before = await tx.earlierTraining.findMany({ where: { ...who, courseId: course.id, takenBackAt: null } })
  const signed = await tx.mentorAgreement.findMany({ where: { ...who, version: agreement.version } })
  const policy = await policyThatCounts(tx, organisationId)
  const read = policy ? await tx.policyReading.findMany({ where: { ...who, policyId: policy.id } }) : []

  return new Map(personIds.map((personId) => {
    const finished = new Set(progress.filter((row) => row.personId === personId).map(({ unitId }) => unitId))
    const units = unitsOf(course).map(({ session, unit }) => ({ id: unit.id, slug: unit.slug, title: unit.title, session: session.number, isFinished: finished.has(unit.id), isSafeguarding: course.safeguarding.includes(unit.id) }))
    const talks = talkedOver.filter((row) => row.personId === personId)
    const mine = sat.filter((row) => row.personId === personId)
    const sessions = course.sessions.map(({ number, title }): SessionFact => {
      const areUnitsDone = units.every((unit) => unit.session !== number || unit.isFinished)
      return { number, title, state: stateOf(mine.filter(({ covers }) => covers.includes(number)), talks.some(({ session }) => session === number), areUnitsDone) }
    })
    const trained = before.find((row) => row.personId === personId)
    return [personId, {
      units, sessions, policy, talkedOver: talks.map(({ session, byId, at }) => ({ session, byId, at })),
      trainedBefore: trained ? { id: trained.id, seen: trained.seen, endedOn: trained.endedOn, byId: trained.byId, at: trained.at } : null,
      signedAt: signed.find((row) => row.personId === personId)?.signedAt ?? null, readAt: read.find((row) => row.personId === personId)?.readAt ?? null,
    }]
  }))
}

function stateOf(sittings: readonly Sat[], isTalkedOver: boolean, areUnitsDone: boolean): SessionFact['state'] {
  if (sittings.some(({ mark }) => mark === 'present' || mark === 'late')) return 'there'
  if (isTalkedOver) return areUnitsDone ? 'made-up' : 'talked-over'
  if (sittings.some(({ isOver, hasLeft, mark }) => !isOver && !hasLeft && mark === null)) return 'to-come'
  if (sittings.some(({ mark }) => mark !== null)) return 'missed'
  return sittings.some(({ isOver }) => isOver) ? 'no-mark' : 'to-come'
}
