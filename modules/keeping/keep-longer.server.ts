import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { today } from '../clock.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { dueRows } from './parts/due-rows.server.ts'
import { words } from './parts/fields.ts'
import { orWhyNot, tooLate } from './parts/or-why-not.server.ts'
import { may } from './policy.ts'

export const KeepLonger = z.object({
  id: z.uuid(), concernId: z.uuid(),
  until: z.iso.date('Say until which day.').refine((day) => day > today(), 'Pick a day that is to come.').refine((day) => Number(day.slice(0, 4)) <= Number(today().slice(0, 4)) + 100, 'Pick a day within a hundred years.'),
  words: words('Say why it is kept longer.'),
})

/** Somebody who looks after a concern whose time has come keeps it longer, with a reason, until a day. */
export async function keepLonger(viewer: Viewer, input: z.input<typeof KeepLonger>): Promise<void> {
  const { id, concernId, until, words } = KeepLonger.parse(input)
  const mine = (tx: Tx) => tx.keptLonger.findFirst({ where: { id, byId: viewer.id }, select: { id: true } })
  await changeOnce(viewer, async (tx) => {
    if (await mine(tx)) return
    const [due] = await dueRows(tx, [concernId])
    if (!due) throw new Conflict('It is not due, or somebody has kept it longer already. Look at the list again.')
    authorize(may.lookAfter, viewer, due.organisationId, due.rule)
    const seal = await sealNew(tx, { table: 'KeptLonger', id, organisationId: due.organisationId })
    await orWhyNot(tx.keptLonger.createMany({ data: [{ id, organisationId: due.organisationId, rule: due.rule, subjectId: concernId, untilDay: new Date(until), reason: seal('reason', words), byId: viewer.id }] }), tooLate)
    await record(tx, viewer, 'keeping.kept-longer', { organisationId: due.organisationId, subjectId: concernId, keptId: id, until })
  }, { mine, otherwise: 'It is kept longer already.' })
}
