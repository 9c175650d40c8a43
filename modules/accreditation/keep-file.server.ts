import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { countDoing } from '../identity/tries.server.ts'
import { authorize } from '../policy.ts'
import { scanFile } from '../scanning/scan-file.server.ts'
import { cleanFile } from './parts/clean-file.server.ts'
import { refuseIfFull } from './parts/files-kept.server.ts'
import { findRegistration, refuseIfWithdrawn } from './parts/find-registration.server.ts'
import { may } from './policy.ts'

export const KeepFile = z.object({ registrationId: z.uuid(), bytes: z.custom<Uint8Array>((given) => given instanceof Uint8Array), saidType: z.string().max(200), name: z.string() })

/** How many files one learner has waiting to be handed in. The oldest makes room. */
const mostWaiting = 4

/** A learner's photo, recording or file, scanned where the house has a scanner, made safe and kept sealed until they have looked it through and hand it in: theirs alone until then. Says which it is now. */
export async function keepFile(viewer: Viewer, input: z.input<typeof KeepFile>): Promise<string> {
  const { registrationId, ...given } = KeepFile.parse(input)
  const gone = 'You are not registered on this any more, so nothing was kept. Your words are still here. Ask whoever coordinates your setting.'
  // Asked before anything is opened: a file is a lot of work.
  const before = await read(viewer, (tx) => tx.registration.findUnique({ where: { id: registrationId } }))
  if (!before) throw new NotFound()
  authorize(may.handIn, viewer, before)
  refuseIfWithdrawn(before, gone)
  await refuseIfFull(viewer, before.organisationId, 0)
  await countDoing('upload', viewer.id)
  const refuse = (message: string): never => { throw new z.ZodError([{ code: 'custom', path: ['file'], message, input: given.name }]) }
  const scan = await scanFile(given.bytes)
  if (scan.answer === 'unanswered') throw new Conflict('The virus check does not answer just now, so the file was not kept. Your words are still here. Try again in a few minutes.')
  if (scan.answer === 'infected') {
    // That it came, and what the scanner calls it; of the file itself nothing.
    await change(viewer, (tx) => record(tx, viewer, 'accreditation.file-infected', { organisationId: before.organisationId, subjectId: viewer.id, found: scan.found, size: given.bytes.length }))
    refuse('The virus check found something harmful in that file, so nothing of it was kept. Do not open it again, and tell an adult who looks after the device it came from. It may not be your doing.')
  }
  const clean = await cleanFile(given)
  if ('refused' in clean) return refuse(clean.refused)

  await refuseIfFull(viewer, before.organisationId, clean.bytes.length)
  const id = newId()
  await change(viewer, async (tx) => {
    const registration = await findRegistration(tx, registrationId)
    authorize(may.handIn, viewer, registration)
    refuseIfWithdrawn(registration, gone)
    const { organisationId, personId } = registration
    const old = await tx.evidenceFile.findMany({ where: { personId: viewer.id, evidence: null }, select: { id: true }, orderBy: [{ keptAt: 'desc' }, { id: 'desc' }], skip: mostWaiting - 1 })
    if (old.length > 0) await tx.evidenceFile.deleteMany({ where: { id: { in: old.map((one) => one.id) } } })
    const seal = await sealNew(tx, { table: 'EvidenceFile', id, organisationId })
    await tx.evidenceFile.createMany({ data: [{ id, organisationId, registrationId, personId, type: clean.type, size: clean.bytes.length, width: clean.width, height: clean.height, seconds: clean.seconds, bytes: seal('bytes', clean.bytes) }] })
    await record(tx, viewer, 'accreditation.file-kept', { organisationId, subjectId: viewer.id, fileId: id })
  })
  return id
}
