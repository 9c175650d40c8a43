import { SignJWT } from 'jose'
import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import { isTaken } from '../db/once.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { saidThirteen } from '../organisations/thirteen-or-older.server.ts'
import { authorize } from '../policy.ts'
import { settings } from '../settings.server.ts'
import { signingKey } from './badge-keys.server.ts'
import { claimsOf, credentialOf } from './credential.ts'
import { firstName } from './first-name.ts'
import { nameDigest } from './name-digest.server.ts'
import { findAward } from './parts/find-award.server.ts'
import { needsParent } from './needs-parent.ts'
import { may } from './policy.ts'

export const PublishBadge = z.object({ id: z.uuid(), awardId: z.uuid(), shows: z.enum(['name', 'no-name'], 'Choose one.') })

/** A young person makes their badge public, with their first name or without. It is signed now: a badge that never was public is nowhere. */
export async function publishBadge(viewer: Viewer, input: z.input<typeof PublishBadge>): Promise<void> {
  const { id, awardId, shows } = PublishBadge.parse(input)
  const award = await read(viewer, (tx) => mayGoPublic(tx, viewer, awardId))
  const credential = await signed(award)
  try {
    await change(viewer, async (tx) => {
      const { organisationId, personId } = await mayGoPublic(tx, viewer, awardId)
      if (await tx.badgePublication.findFirst({ where: { awardId, takenBackAt: null }, select: { id: true } })) return
      await tx.badgePublication.createMany({ data: [{ id, organisationId, awardId, personId, name: shows === 'name' ? firstName(viewer.name) : null, credential }] })
      await record(tx, viewer, 'badge.published', { organisationId, subjectId: personId, awardId, shows })
    })
  } catch (error) {
    // Two tabs at once, or a resend: it is public, as they wanted.
    if (!isTaken(error)) throw error
  }
}

async function mayGoPublic(tx: Tx, viewer: Viewer, awardId: string) {
  const award = await findAward(tx, awardId)
  authorize(may.publish, viewer, award)
  if (award.takenBack) throw new Conflict('This certificate was taken back, so its badge cannot be made public.')
  const { bornOn } = await tx.person.findUniqueOrThrow({ where: { id: viewer.id }, select: { bornOn: true } })
  const isSaid = (await saidThirteen(tx, { organisationId: award.organisationId, personIds: [viewer.id] })).has(viewer.id)
  if (needsParent({ bornOn, isSaid }) && !award.parentsYes) throw new Conflict('A parent or carer has to say yes first. Ask your youth worker: they write it down here.')
  const setting = await tx.organisation.findUniqueOrThrow({ where: { id: award.organisationId }, select: { id: true, name: true, supportedBy: { select: { id: true, name: true } } } })
  return { ...award, issuer: setting.supportedBy ?? { id: setting.id, name: setting.name } }
}

async function signed(award: Awaited<ReturnType<typeof mayGoPublic>>): Promise<string> {
  const { kid, secret } = await signingKey()
  const credential = credentialOf({ ...award, base: settings().baseUrl, identity: { hash: nameDigest(award.fullName, award.salt), salt: award.salt } })
  return new SignJWT(claimsOf(credential)).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(secret)
}
