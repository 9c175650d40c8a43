import type { AlertWay, AttemptOutcome, AttemptTrouble, Rung } from '#prisma/generated/enums.ts'
import type { Tx } from '../db/transaction.server.ts'

type Noted = { organisationId: string; concernId: string | null; adultConcernId?: string; rung: Rung | null; way: AlertWay; webhookId: string | null; messageId: string; tried: number; outcome: AttemptOutcome; trouble?: AttemptTrouble | null; status?: number | null }

/** Writes an attempt down where its readers are: with the concern, or with the concern about an adult. Says whether it was not there yet. */
export async function noteAttempt(tx: Tx, { concernId, adultConcernId, ...attempt }: Noted): Promise<boolean> {
  const { count } = adultConcernId
    ? await tx.adultAttempt.createMany({ data: [{ ...attempt, adultConcernId }], skipDuplicates: true })
    : await tx.concernAttempt.createMany({ data: [{ ...attempt, concernId }], skipDuplicates: true })
  return count > 0
}
