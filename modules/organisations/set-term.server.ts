import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const SetTerm = z.object({
  /** Absent: a new term. */
  termId: z.uuid().optional(),
  organisationId: z.uuid(),
  name: z.string().trim().min(2, 'Say what it is called, for example Autumn 1.').max(60),
  startsOn: z.iso.date('Choose the first day.'),
  endsOn: z.iso.date('Choose the last day.'),
}).refine((term) => term.startsOn <= term.endsOn, { path: ['endsOn'], message: 'The last day comes before the first.' })

/** A coordinator writes down when the setting is open for teaching, or mends a term. Terms do not overlap. The days that become a holiday by it slow clocks: the database notes them, and the others see it (`clockActs`). */
export async function setTerm(viewer: Viewer, input: z.input<typeof SetTerm>): Promise<string> {
  const { termId, organisationId, name, startsOn, endsOn } = SetTerm.parse(input)
  return change(viewer, async (tx) => {
    const place = await tx.organisation.findUnique({ where: { id: organisationId } })
    if (!place) throw new NotFound()
    authorize(may.setTerms, viewer, organisationId)
    const term = { name, startsOn: new Date(startsOn), endsOn: new Date(endsOn) }
    const overlapping = await tx.term.findFirst({ where: { organisationId, startsOn: { lte: term.endsOn }, endsOn: { gte: term.startsOn }, ...(termId ? { id: { not: termId } } : {}) } })
    if (overlapping && (overlapping.name !== name || termId)) throw new Conflict(`These days are already in ${overlapping.name}.`)
    if (overlapping) return overlapping.id

    const id = termId ?? newId()
    if (termId && (await tx.term.updateMany({ where: { id: termId, organisationId }, data: term })).count === 0) throw new NotFound()
    if (!termId) await once(() => tx.term.createMany({ data: [{ id, organisationId, ...term }] }), 'A colleague has just entered a term that begins that day.')
    await record(tx, viewer, termId ? 'organisation.term-changed' : 'organisation.term-added', { organisationId, subjectId: id })
    return id
  })
}
