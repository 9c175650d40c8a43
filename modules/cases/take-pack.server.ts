import { createHash } from 'node:crypto'
import { z } from 'zod'
import { now } from '../clock.ts'
import { newId } from '../db/new-id.ts'
import { change } from '../db/change.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { hashOfToken, newToken } from '../identity/token.server.ts'
import { drawPack } from '../packs/draw-pack.server.ts'
import { lockPack } from '../packs/lock-pack.server.ts'
import { wordsOf } from '../packs/words-of.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { settings } from '../settings.server.ts'
import { findCase } from './find-case.server.ts'
import { Step } from './parts/fields.ts'
import { linesOf, packOf } from './parts/pack-of.server.ts'
import { packPassword } from './parts/pack-password.ts'
import { takeStep } from './parts/take-step.server.ts'
import { transferOf } from './parts/transfer-of.server.ts'
import { may } from './policy.ts'

export const TakePack = Step.pick({ concernId: true }).extend({ password: z.string().max(200) })

/**
 * Whoever keeps a case takes it out as one locked file. That they did is a line of the chronology before anything is made, and each file has its own. The password is kept nowhere: a file that nobody can open is made again.
 * Where the case was handed on and nobody there has said that it arrived, a link to say so is inside; where it was ever high, not in one that whoever handed it on makes: at the
 * door nobody knows who opens it, and nobody ends such a case alone.
 */
export async function takePack(viewer: Viewer, input: z.input<typeof TakePack>): Promise<{ html: string; file: string }> {
  const { concernId, password } = TakePack.parse(input)
  const before = await findConcern(viewer, concernId)
  z.object({ password: packPassword([viewer.name, before.organisationName, before.who, before.raisedByName, before.mentee?.ownName, before.mentee?.birdName]) }).parse({ password })
  const [id, salt] = [newId(), newToken()]
  const upTo = before.chronology.length
  await takeStep(viewer, { id, concernId, kind: 'exported' }, may.keep, async ({ tx }) => {
    const transfer = await transferOf(tx, concernId)
    return { facts: { upTo, words: createHash('sha256').update(wordsOf({ salt, ...linesOf(before) })).digest('hex'), ...(transfer ? { transferId: transfer.id } : {}) } }
  })
  const concern = await findConcern(viewer, concernId)
  const stands = await findCase(viewer, concernId)
  const code = stands.transfer?.isAwaited && stands.can.includes('receipt') ? await newReceiptCode(viewer, concernId, stands.transfer.id) : null
  const made = { lineId: id, salt, madeAt: now(), madeBy: viewer.name, receiptLink: code && `${settings().baseUrl}/receipt/${code}` }
  const pack = await read(viewer, (tx) => packOf(tx, concern, stands, made))
  const pdf = await drawPack(pack, new Map(concern.chronology.map(({ number, marks }) => [number, marks])))
  return { html: await lockPack({ pdf, json: JSON.stringify(pack, null, 1), password, settingName: concern.organisationName, madeAt: made.madeAt }), file: `locked-case-${made.madeAt.toISOString().slice(0, 10)}.html` }
}

/** A code for the receipt. It stands in the locked file and nowhere else: only whoever opened that can answer with it. */
const newReceiptCode = (viewer: Viewer, concernId: string, transferId: string): Promise<string> => change(viewer, async (tx) => {
  const code = newToken()
  const { organisationId } = await tx.concern.findUniqueOrThrow({ where: { id: concernId }, select: { organisationId: true } })
  await tx.receiptCode.createMany({ data: [{ id: newId(), organisationId, concernId, transferId, codeHash: hashOfToken(code), byId: viewer.id }] })
  return code
})
