import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { after, minutes } from '../clock.ts'
import { openBytes } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { isSound } from './file-kinds.ts'
import { beingHeard } from './parts/being-heard.server.ts'

const about = { id: true, type: true, size: true, width: true, height: true, seconds: true } as const

/**
 * The bytes of a photo, recording or file, for those who may read the piece of evidence it is, and for the learner before they hand it in. That somebody else opened
 * it is on record, once a person, file and quarter of an hour.
 */
export async function findFile(viewer: Viewer, input: { fileId: string }) {
  const id = z.uuid().parse(input.fileId)
  return change(viewer, async (tx) => {
    const found = await tx.evidenceFile.findUnique({ where: { id }, select: { ...about, personId: true, organisationId: true } })
    const openIt = async () => {
      const sealed = await tx.evidenceFile.findUnique({ where: { id }, select: { bytes: true } })
      return sealed && openBytes(tx, 'EvidenceFile', id, 'bytes', sealed.bytes)
    }
    const bytes = found && (isSound(found.type) ? await beingHeard(id, openIt) : await openIt())
    if (!found || !bytes) throw new NotFound()
    const { personId, organisationId, ...file } = found
    const kind = 'accreditation.file-looked-at'
    if (personId !== viewer.id && (await tx.act.count({ where: { byId: viewer.id, kind, subjectId: personId, at: { gt: after(-minutes(15)) }, facts: { path: ['fileId'], equals: id } } })) === 0)
      await record(tx, viewer, kind, { organisationId, subjectId: personId, fileId: id })
    return { ...file, bytes }
  })
}

/** What the learner is about to hand in: what kind of file it is, and its words, if it is words. */
export async function findFileToHandIn(viewer: Viewer, input: { fileId: string }) {
  const id = z.uuid().safeParse(input.fileId).data
  if (!id) return null
  const file = await read(viewer, (tx) => tx.evidenceFile.findFirst({ where: { id, personId: viewer.id, evidence: null }, select: about }))
  if (!file) return null
  return { ...file, text: file.type === 'text/plain' ? (await findFile(viewer, { fileId: id })).bytes.toString() : null }
}

/** What the learner brought last and has not handed in, while it can be: a phone may have let go of the page it was in. */
export async function findFileThatWaits(viewer: Viewer): Promise<{ id: string; type: string; keptAt: Date } | null> {
  const [newest] = await read(viewer, (tx) => tx.$queryRaw<{ id: string; type: string; keptAt: Date }[]>`
    SELECT f.id, f.type, f."keptAt" FROM "EvidenceFile" f WHERE f."personId" = app.viewer() AND app.kept_file(f.id, f."registrationId")
      AND NOT EXISTS (SELECT FROM "Evidence" e WHERE e."fileId" = f.id) ORDER BY f."keptAt" DESC, f.id DESC LIMIT 1`)
  return newest ?? null
}
