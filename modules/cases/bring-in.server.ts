import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { hasPart } from './parts/has-part.server.ts'
import { Step, words } from './parts/fields.ts'
import { keepersOf } from './parts/keepers-of.server.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const BringIn = Step.extend({ personId: z.uuid('Say who is to read it.'), words: words('Say why they need to know.') })

/** Whoever keeps a case brings in an adult who needs to know: the clinical supervisor, say. They read it and write in it from then on. */
export async function bringIn(viewer: Viewer, input: z.input<typeof BringIn>): Promise<void> {
  const { id, concernId, personId, words } = BringIn.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'brought-in' }, may.keep, async ({ tx, concern }) => {
    if (concern.readers.some((reader) => reader.personId === personId) || (await keepersOf(tx, concern)).some((keeper) => keeper.personId === personId)) throw new Conflict('They read it already.')
    if (!(await hasPart(tx, concernId, personId))) throw new Conflict('It can be opened to an adult of the setting whom it is not kept from.')
    await tx.caseReader.createMany({ data: [{ id, concernId, organisationId: concern.organisationId, personId, byId: viewer.id }] })
    await tell(tx, `person:${personId}`, 'concern:noted', { concernId })
    return { facts: { personId }, words }
  })
}
