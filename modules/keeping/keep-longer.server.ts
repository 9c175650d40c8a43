import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { today } from '../clock.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { words } from './parts/fields.ts'
import { orWhyNot, tooLate } from './parts/or-why-not.server.ts'
import { may } from './policy.ts'

/** The last day until which anything is kept longer in one go. */
export const tenYearsOn = (): string => `${Number(today().slice(0, 4)) + 10}${today().slice(4)}`

export const KeepLonger = z.object({
  id: z.uuid(), subjectId: z.uuid(),
  until: z.iso.date('Say until which day.').refine((day) => day > today(), 'Pick a day that is to come.').refine((day) => day <= tenYearsOn(), 'Pick a day within ten years. Then somebody looks at it again.'),
  words: words('Say why it is kept longer.'),
})

/** Somebody who looks after something whose time has come keeps it longer, with a reason, until a day. Whoever looks after it may say another day, later or sooner: the newest counts. */
export async function keepLonger(viewer: Viewer, input: z.input<typeof KeepLonger>): Promise<void> {
  const { id, subjectId, until, words } = KeepLonger.parse(input)
  const mine = (tx: Tx) => tx.keptLonger.findFirst({ where: { id, byId: viewer.id }, select: { id: true } })
  await changeOnce(viewer, async (tx) => {
    if (await mine(tx)) return
    const [come] = await tx.$queryRaw<{ organisationId: string; rule: string }[]>`SELECT "organisationId", rule FROM app.time_come() WHERE "subjectId" = ${subjectId}::uuid`
    if (!come) throw new Conflict('Its time has not come. Look at the list again.')
    const { organisationId, rule } = come
    authorize(may.lookAfter, viewer, organisationId, rule)
    const seal = await sealNew(tx, { table: 'KeptLonger', id, organisationId })
    await orWhyNot(tx.keptLonger.createMany({ data: [{ id, organisationId, rule, subjectId, untilDay: new Date(until), reason: seal('reason', words), byId: viewer.id }] }), tooLate)
    await record(tx, viewer, 'keeping.kept-longer', { organisationId, subjectId, keptId: id, until })
  }, { mine, otherwise: 'It is kept longer already.' })
}
