import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { asOne } from '../safeguarding/said.ts'
import { Step, words } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { transferOf } from './parts/transfer-of.server.ts'
import { may } from './policy.ts'

export const WriteDownReceipt = Step.extend({ who: words('Say who has it.', 200), role: words('Say what they are there.', 200), how: words('Say how you know.', 2000) })

/** A keeper writes down that a case which was handed on has arrived, where its receipt came another way: a signed form, a call back. Where it was ever high, another than who handed it on. */
export async function writeDownReceipt(viewer: Viewer, input: z.input<typeof WriteDownReceipt>): Promise<void> {
  const { id, concernId, ...said } = WriteDownReceipt.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'receipt' }, may.writeDownReceipt, async ({ tx }) => {
    const transfer = await transferOf(tx, concernId)
    if (!transfer?.isAwaited) throw new Conflict('Nobody waits for it any more. Look at it again.')
    return { facts: { transferId: transfer.id }, words: asOne('receipt', said) }
  })
}
