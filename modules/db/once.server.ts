import { Prisma } from '#prisma/generated/client.ts'
import { Conflict } from '../errors.ts'

/**
 * Does something that can only be done once. The database's unique key decides who was first; the second is told so in words.
 * It must be the last write of its transaction to fail: after a refused key the transaction is over.
 */
export async function once<Result>(work: () => Promise<Result>, otherwise: string): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (isTaken(error)) throw new Conflict(otherwise)
    throw error
  }
}

/** Is this the database saying that a unique key is taken? A function of the database that inserts says so in its own code. */
export const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && (error.code === 'P2002' || (error.code === 'P2010' && error.message.includes('Code: `23505`')))
