import { z } from 'zod'
import { openBytes } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'

const about = { id: true, type: true, size: true, width: true, height: true } as const

/** The bytes of a photo or file, for those who may read the piece of evidence it is, and for the learner before they hand it in. */
export async function findFile(viewer: Viewer, input: { fileId: string }) {
  const id = z.uuid().parse(input.fileId)
  return read(viewer, async (tx) => {
    const file = await tx.evidenceFile.findUnique({ where: { id }, select: { ...about, bytes: true } })
    const bytes = file && await openBytes(tx, 'EvidenceFile', id, 'bytes', file.bytes)
    if (!file || !bytes) throw new NotFound()
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
