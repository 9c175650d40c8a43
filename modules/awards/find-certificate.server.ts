import { z } from 'zod'
import { theCourses } from '../curriculum/the-curriculum.server.ts'
import { unitsOf } from '../curriculum/units-of.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { countDoing } from '../identity/tries.server.ts'
import { settings } from '../settings.server.ts'
import { addresses } from './addresses.ts'
import { drawCertificate } from './parts/draw-certificate.server.ts'
import { findAward } from './parts/find-award.server.ts'

/** The certificate to print or to send, for whose it is and for those who see that they have earned it. One that was taken back is not made out again. */
export async function findCertificate(viewer: Viewer, input: { awardId: string }): Promise<{ pdf: Buffer; file: string }> {
  const awardId = z.uuid().parse(input.awardId)
  const facts = await read(viewer, async (tx) => {
    const award = await findAward(tx, awardId)
    if (award.takenBack) throw new Conflict('This certificate was taken back. It cannot be printed any more.')
    const { name: where, timeZone } = await tx.organisation.findUniqueOrThrow({ where: { id: award.organisationId }, select: { name: true, timeZone: true } })
    const by = await tx.person.findUnique({ where: { id: award.byId }, select: { fullName: true } })
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone })
    return {
      kind: award.kind, fullName: award.fullName, title: award.title, says: await whatWasDone(tx, award), certificateNumber: award.certificateNumber,
      awardedOn: day.format(award.awardedAt), goodUntil: award.goodUntil && day.format(award.goodUntil), by: by?.fullName ?? null, where, address: addresses(settings().baseUrl).certificate(award.mark),
    }
  })
  // A third of a second of work each.
  await countDoing('certificate', viewer.id)
  return { pdf: await drawCertificate(facts), file: `${facts.title} ${facts.fullName}`.normalize('NFKD').replace(/[^\w -]/g, '').replace(/\s+/g, '-').toLowerCase() + '.pdf' }
}

async function whatWasDone(tx: Tx, award: { kind: 'course' | 'qualification'; courseId: string | null; registrationId: string | null }): Promise<string> {
  const course = theCourses.find(({ id }) => id === award.courseId)
  if (award.kind === 'course') return course ? `${inWords(course.sessions.length)} sessions with a trainer and ${unitsOf(course).length} units on being a peer mentor, with safeguarding and confidentiality in all of them.` : 'A course on being a peer mentor, with safeguarding and confidentiality in all of it.'
  const registration = await tx.registration.findUnique({ where: { id: award.registrationId! }, select: { specification: { select: { _count: { select: { criteria: true } }, isExample: true } } } })
  const all = registration ? `All ${registration.specification._count.criteria} criteria met` : 'Every criterion met'
  return `${all}, as an assessor decided and a quality assurer looked over.${registration?.specification.isExample ? ' An example specification, and no awarding body’s.' : ''}`
}

const inWords = (count: number) => ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'][count] ?? String(count)
