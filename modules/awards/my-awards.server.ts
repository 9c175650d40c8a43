import { after, days, now } from '../clock.ts'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { firstName } from './first-name.ts'
import { needsParent } from './needs-parent.ts'
import { standingOf } from './states.ts'

/** What somebody has earned, the newest first: the certificate, and how public its badge is. A person earns a handful. */
export const myAwards = (viewer: Viewer) => read(viewer, async (tx) => {
  const found = await tx.award.findMany({
    where: { personId: viewer.id }, orderBy: [{ awardedAt: 'desc' }, { id: 'desc' }], take: 50,
    include: { takenBack: true, parentsYes: { select: { saidAt: true } }, publications: { where: { takenBackAt: null }, select: { name: true, publishedAt: true } }, organisation: { select: { name: true, supportedBy: { select: { name: true } } } } },
  })
  const { bornOn } = await tx.person.findUniqueOrThrow({ where: { id: viewer.id }, select: { bornOn: true } })
  const said = (await tx.thirteenOrOlder.findMany({ where: { personId: viewer.id, takenBackAt: null }, select: { organisationId: true } })).map(({ organisationId }) => organisationId)
  const open = await opener(tx, 'AwardTakenBack', found.filter(({ takenBack }) => takenBack).map(({ id }) => id))
  const adults = new Map((await tx.person.findMany({ where: { id: { in: found.flatMap((one) => [one.byId, one.takenBack?.byId ?? []].flat()) } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]))
  return found.map((award) => ({
    id: award.id, kind: award.kind, title: award.title, awardedAt: award.awardedAt, goodUntil: award.goodUntil, certificateNumber: award.certificateNumber, badgeId: award.badgeId,
    where: award.organisation.name, issuer: award.organisation.supportedBy?.name ?? award.organisation.name, by: adults.get(award.byId) ?? null,
    standing: standingOf({ goodUntil: award.goodUntil, takenBackAt: award.takenBack?.takenBackAt ?? null }, now()),
    takenBack: award.takenBack && { at: award.takenBack.takenBackAt, by: adults.get(award.takenBack.byId) ?? null, reason: open(award.id, 'reason', award.takenBack.reason) },
    isPublic: award.publications.length > 0, shownName: award.publications[0]?.name ?? null, publishedAt: award.publications[0]?.publishedAt ?? null,
    firstName: firstName(viewer.name), needsParent: needsParent({ bornOn, isSaid: said.includes(award.organisationId) }) && !award.parentsYes,
  }))
})

export type MyAward = Awaited<ReturnType<typeof myAwards>>[number]

/** Is there anything yet? For the pages that lead there. */
export const hasAwards = (viewer: Viewer): Promise<boolean> => read(viewer, async (tx) => (await tx.award.findFirst({ where: { personId: viewer.id }, select: { id: true } })) !== null)

/** What somebody was awarded in the last week, the newest first; and what was taken back in it, unless it was made out again since: for Today. */
export async function awardedLately(viewer: Viewer) {
  const lately = after(-days(7))
  const found = await read(viewer, (tx) => tx.$queryRaw<{ id: string; title: string; awardedAt: Date; courseId: string | null; registrationId: string | null; takenBackAt: Date | null }[]>`
    SELECT a.id, a.title, a."awardedAt", a."courseId", a."registrationId", b."takenBackAt" FROM "Award" a LEFT JOIN "AwardTakenBack" b ON b."awardId" = a.id
    WHERE a."personId" = ${viewer.id}::uuid AND CASE WHEN b."awardId" IS NULL THEN a."awardedAt" ELSE b."takenBackAt" END > ${lately} ORDER BY a."awardedAt" DESC, a.id DESC LIMIT 10`)
  return found.filter((one, index) => !one.takenBackAt || !found.slice(0, index).some((newer) => newer.courseId === one.courseId && newer.registrationId === one.registrationId)).slice(0, 3)
    .map(({ id, title, awardedAt, takenBackAt }) => ({ id, title, awardedAt, takenBackAt }))
}
