import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealUnder } from '../crypto/seal.server.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { Conflict, NotFound } from '../errors.ts'
import { hashOfToken } from '../identity/token.server.ts'
import { tell } from '../live/tell.server.ts'
import { asOne } from '../safeguarding/said.ts'

export const ConfirmReceipt = z.object({
  id: z.uuid(), token: z.string().max(100),
  who: z.string().trim().min(2, 'Write your name.').max(120, 'Make it at most 120 letters.'), role: z.string().trim().min(2, 'Write what you are there.').max(120, 'Make it at most 120 letters.'),
})

export type ReceiptAsked = { settingName: string; sentAt: Date; isAwaited: boolean }
type Found = ReceiptAsked & { organisationId: string; keyId: string; keyWrapped: Uint8Array; masterKeyId: string }

async function transferOfCode(tx: Tx, token: string): Promise<Found> {
  const [found] = await tx.$queryRaw<Found[]>`SELECT * FROM app.transfer_of_code(${hashOfToken(token)}::bytea)`
  if (!found) throw new NotFound()
  return found
}

/** What whoever opens the link in a pack is told before they have said anything: which setting sent it and when. Never a name. */
export const findReceiptAsked = (token: string): Promise<ReceiptAsked> => atTheDoor('confirm a receipt', async (tx) => {
  const { settingName, sentAt, isAwaited } = await transferOfCode(tx, token)
  return { settingName, sentAt, isAwaited }
})

/** Somebody who has the code of the newest file, and is not known here, says that a case has reached them: a line of its chronology, with the name and role they gave. */
export async function confirmReceipt(input: z.input<typeof ConfirmReceipt>): Promise<void> {
  const { id, token, who, role } = ConfirmReceipt.parse(input)
  try {
    await atTheDoor('confirm a receipt', async (tx) => {
      const { organisationId, keyId, keyWrapped, masterKeyId } = await transferOfCode(tx, token)
      const { wrapped, seal } = sealUnder({ id: keyId, organisationId, wrapped: keyWrapped, masterKeyId }, { table: 'ChronologyEntry', id })
      const [done] = await tx.$queryRaw<{ concernId: string; people: string[] }[]>`
        SELECT * FROM app.confirm_receipt(${hashOfToken(token)}::bytea, ${id}::uuid, ${seal('words', asOne('receipt', { who, role }))}::bytea, ${keyId}::uuid, ${wrapped}::bytea)`
      if (!done) return
      await record(tx, null, 'concern.receipt', { organisationId, subjectId: done.concernId, lineId: id })
      for (const personId of done.people) await tell(tx, `person:${personId}`, 'concern:noted', { concernId: done.concernId })
    })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.message.includes('BL001')) throw new Conflict('Nobody waits for it any more: somebody has said so already, the setting made a newer file, or has taken it back. Ring them if you are not sure.')
    throw error
  }
}
