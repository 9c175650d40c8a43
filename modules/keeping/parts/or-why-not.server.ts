import { Prisma } from '#prisma/generated/client.ts'
import { Conflict } from '../../errors.ts'

/** What the database refused by a code of its own, in words: by code. */
export async function orWhyNot<Done>(work: Promise<Done>, words: Readonly<Record<string, string>>): Promise<Done> {
  try {
    return await work
  } catch (error) {
    const [, why] = Object.entries(words).find(([code]) => error instanceof Prisma.PrismaClientKnownRequestError && error.message.includes(code)) ?? []
    throw why ? new Conflict(why) : error
  }
}

/** It was destroyed while somebody wrote why it has to stay. */
export const tooLate = { BL018: 'Two people agreed a moment ago that it is destroyed, so there is nothing left to keep.' }
