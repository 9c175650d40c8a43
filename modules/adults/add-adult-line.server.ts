import { Prisma } from '#prisma/generated/client.ts'
import { sealNew } from '../crypto/seal.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import { Conflict } from '../errors.ts'
import type { AdultStep } from './steps.ts'

export type AdultLineToAdd = { id: string; adultConcernId: string; organisationId: string; kind: AdultStep; facts?: Record<string, Prisma.InputJsonValue | null>; words?: string }

const refusals: Record<string, string> = {
  BL001: 'It has moved on since you opened it: a colleague was a moment quicker. Look at it again.',
  BL003: 'It was weighed as meeting the harm threshold, and nobody has written down since it began, or was opened again, that the LADO was told. Do that first.',
  BL004: 'They are a peer mentor under 18, or nobody knows their age: a worry about them goes the way of every worry about a young person.',
  BL008: 'You alone read it, because you kept it from the others, and one adult alone does not close it. Bring in somebody who can read it too. If there is nobody, ask the LADO who should look at it with you, and leave it open.',
  BL009: 'You alone would read it, and it is closed. Open it again first: then it stays open until somebody else reads it too.',
  BL005: 'Then nobody would be left to keep it. Bring somebody in first. If there is nobody, ring the LADO of your local council.',
}

/** Adds a line to the record of a concern about an adult. The database chains it and says who may (`app.add_adult_line`). Gives back who else reads it; null: a look that counted already. */
export async function addAdultLine(tx: Tx, { id, adultConcernId, organisationId, kind, facts = {}, words }: AdultLineToAdd): Promise<string[] | null> {
  const sealed = words === undefined ? null : (await sealNew(tx, { table: 'AdultLine', id, organisationId }))('words', words)
  try {
    const [row] = await tx.$queryRaw<{ readers: string[] | null }[]>`SELECT app.add_adult_line(${id}::uuid, ${adultConcernId}::uuid, ${kind}, ${JSON.stringify(facts)}::jsonb, ${sealed})::text[] AS readers`
    // What the database asks when a step is whole, it asks here, and says in words.
    if (kind === 'closed' || kind === 'kept-from') await tx.$executeRaw`SET CONSTRAINTS nobody_closes_it_alone IMMEDIATE`
    return row!.readers
  } catch (error) {
    const why = error instanceof Prisma.PrismaClientKnownRequestError ? Object.keys(refusals).find((code) => error.message.includes(code)) : undefined
    throw why ? new Conflict(refusals[why]) : error
  }
}
