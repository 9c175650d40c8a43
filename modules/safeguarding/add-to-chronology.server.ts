import { Prisma } from '#prisma/generated/client.ts'
import type { StepKind } from './steps.ts'
import { sealNew } from '../crypto/seal.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict } from '../errors.ts'

type Line = {
  id?: string
  concernId: string
  organisationId: string
  kind: 'raised' | StepKind
  facts?: Record<string, Prisma.InputJsonValue | null>
  words?: string
}

/** Adds a line to a concern's chronology. The database chains it and says who may (`app.add_to_chronology`). Null: a look that counted already. */
export async function addToChronology(tx: Tx, { id = newId(), concernId, organisationId, kind, facts = {}, words }: Line): Promise<number | null> {
  const sealed = words === undefined ? null : (await sealNew(tx, { table: 'ChronologyEntry', id, organisationId }))('words', words)
  try {
    const [row] = await tx.$queryRaw<{ number: number | null }[]>`
      SELECT app.add_to_chronology(${id}::uuid, ${concernId}::uuid, ${kind}, ${JSON.stringify(facts)}::jsonb, ${sealed}) AS number`
    return row?.number ?? null
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.message.includes('BL001')) throw new Conflict('It has moved on since you opened it: a colleague was a moment quicker. Look at it again.')
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.message.includes('an agency is still')) throw new Conflict('An agency has not answered yet, or a referral that was decided is not made. Write down what they said, make it, or decide again, first.')
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.message.includes('BL002')) throw new Conflict('Something is still to be done. Say that it is done, or call it off, first.')
    throw error
  }
}
