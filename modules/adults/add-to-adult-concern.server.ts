import type { z } from 'zod'
import { Prisma } from '#prisma/generated/client.ts'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer, Visitor } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { may as withConcern } from '../safeguarding/policy.ts'
import { adultLetter } from './adult-letter.ts'
import { myAdultMore } from './parts/my-adult-more.server.ts'
import { AdultStep, words } from './parts/fields.ts'

export const AddToAdultConcern = AdultStep.extend({ words: words('Write what you know. A few words are enough.') })
type Reader = { personId: string; isToWrite: boolean }

/** Whoever shared a worry about an adult adds to it, until it is closed. They do not read it back: they see that they added it, and when. */
export async function addToAdultConcern(viewer: Viewer | Visitor, input: z.input<typeof AddToAdultConcern>): Promise<void> {
  const { id, adultConcernId, words } = AddToAdultConcern.parse(input)
  const isAdded = async (tx: Tx) => (await myAdultMore(tx, adultConcernId))?.added.some((one) => one.id === id)
  await changeOnce(viewer, async (tx) => {
    const mine = await myAdultMore(tx, adultConcernId)
    if (!mine) throw new NotFound()
    const { organisationId, added } = mine
    if ('id' in viewer) authorize(withConcern.raise, viewer, organisationId)
    if (added.some((one) => one.id === id)) return

    for (const { personId, isToWrite } of await addLine(tx, { id, adultConcernId, organisationId, words })) {
      await tell(tx, `person:${personId}`, 'concern:noted', { concernId: adultConcernId })
      if (isToWrite) await enqueue(tx, adultLetter, { adultConcernId, personId, rung: 'first' })
    }
    // As when it was handed on: a name that is kept apart stands in their own acts, and nowhere else.
    await record(tx, viewer, 'concern.added-to', { organisationId, subjectId: adultConcernId })
  }, { mine: isAdded, otherwise: 'It could not be added. Look at the page again.' })
}

async function addLine(tx: Tx, { id, adultConcernId, organisationId, words }: z.infer<typeof AddToAdultConcern> & { organisationId: string }): Promise<Reader[]> {
  const seal = await sealNew(tx, { table: 'AdultLine', id, organisationId })
  try {
    return await tx.$queryRaw<Reader[]>`SELECT "personId"::text AS "personId", "isToWrite" FROM app.add_to_adult_concern(${id}::uuid, ${adultConcernId}::uuid, ${seal('words', words)})`
  } catch (error) {
    throw error instanceof Prisma.PrismaClientKnownRequestError && error.message.includes('BL007') ? new Conflict('It was closed a moment ago, so nothing can be added to it. What you wrote is still here: hand it on again, and it goes to the same adults.') : error
  }
}
