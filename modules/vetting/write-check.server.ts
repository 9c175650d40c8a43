import { z } from 'zod'
import { DbsLevel, VettingKind } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { today } from '../clock.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { checkOf, monthsAfter } from './checks.ts'
import { may } from './policy.ts'

const perhapsDay = z.union([z.literal('').transform(() => undefined), z.iso.date('Give a day.')]).optional()
const isSaid = z.union([z.boolean(), z.literal('yes').transform(() => true), z.literal('').transform(() => false)]).default(false)
export const WriteCheck = z.object({
  id: z.uuid(), organisationId: z.uuid(), personId: z.uuid(), kind: z.enum(VettingKind),
  isNotNeeded: isSaid, doneOn: z.iso.date('Give a day.').refine((day) => day <= today(), 'That day is still to come.'), goodUntil: perhapsDay,
  dbsLevel: z.enum(DbsLevel, 'Say which check it was.').optional(), isOnUpdateService: isSaid,
  certificateNumber: z.string().trim().toUpperCase().regex(/^([A-Z0-9]{6,20})?$/, 'Only the number, as it stands on the certificate.').default(''),
  words: z.string().trim().max(1000, 'That is longer than fits here.').default(''),
}).superRefine(({ kind, isNotNeeded, doneOn, goodUntil, dbsLevel, certificateNumber, words }, context) => {
  const check = checkOf(kind)
  const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  if (kind === 'dbs' && !dbsLevel) refuse('dbsLevel', 'Say which check it was.')
  if (kind === 'dbs' && !certificateNumber) refuse('certificateNumber', 'Write its number.')
  if ((check.words.isNeeded || isNotNeeded) && !words) refuse('words', isNotNeeded ? 'Say why it does not apply.' : 'Say what you saw.')
  if (isNotNeeded && !check.notNeeded) refuse('isNotNeeded', 'This one applies to everybody.')
  if (goodUntil && goodUntil <= doneOn) refuse('goodUntil', 'It runs out after it begins.')
  if (goodUntil && check.isLimit && goodUntil > monthsAfter(doneOn, check.months!)) refuse('goodUntil', `It is good for ${check.months! / 12} years at most.`)
})

/** Whoever keeps the register writes down a check of a colleague that they have seen. What runs out by itself has its day, said or usual. */
export async function writeCheck(viewer: Viewer, input: z.input<typeof WriteCheck>): Promise<void> {
  const { id, organisationId, personId, kind, isNotNeeded, doneOn, goodUntil, dbsLevel, isOnUpdateService, certificateNumber, words } = WriteCheck.parse(input)
  authorize(may.write, viewer, { organisationId, personId })
  const { months } = checkOf(kind)
  const until = goodUntil ?? (months && !isNotNeeded ? monthsAfter(doneOn, months) : undefined)
  await changeOnce(viewer, async (tx) => {
    if (!(await tx.membership.findFirst({ where: { organisationId, personId, role: { not: 'mentor' } } }))) throw new Conflict('They have no role of an adult here.')
    const seal = await sealNew(tx, { table: 'VettingCheck', id, organisationId })
    await tx.vettingCheck.createMany({ data: [{
      id, organisationId, personId, kind, isNotNeeded, doneOn: new Date(doneOn), goodUntil: until ? new Date(until) : null, byId: viewer.id, words: words ? seal('words', words) : null,
      ...(kind === 'dbs' && { dbsLevel, isOnUpdateService, certificateNumber: seal('certificateNumber', certificateNumber) }),
    }] })
    await record(tx, viewer, 'vetting.check-written', { organisationId, subjectId: personId, checkId: id, kind })
  }, { mine: (tx) => tx.vettingCheck.findFirst({ where: { id, byId: viewer.id } }), otherwise: 'A colleague was a moment quicker. Look at it again.' })
}
