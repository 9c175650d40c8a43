import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

type Whom = { organisationId: string; personId: string }

export const SayThirteenOrOlder = z.object({ id: z.uuid(), organisationId: z.uuid(), personId: z.uuid() })

/** A coordinator or youth worker says that a young person is 13 or older, where Belay has no date of birth. The date itself is not asked. */
export async function sayThirteenOrOlder(viewer: Viewer, input: z.input<typeof SayThirteenOrOlder>): Promise<void> {
  const { id, ...whom } = SayThirteenOrOlder.parse(input)
  authorize(may.sayAge, viewer, whom)
  await change(viewer, async (tx) => {
    const isHere = await tx.membership.findFirst({ where: whom, select: { id: true } })
    const person = await tx.person.findUnique({ where: { id: whom.personId }, select: { bornOn: true } })
    if (!isHere || !person) throw new NotFound()
    if (person.bornOn) throw new Conflict('Belay knows when they were born, so nobody needs to say it.')
    await write(tx, viewer, { id, ...whom })
  })
}

/** It was a mistake. A badge that is public meanwhile stays so: whose it is can make it private. */
export async function takeBackThirteenOrOlder(viewer: Viewer, input: { id: string }): Promise<void> {
  const id = z.uuid().parse(input.id)
  await change(viewer, async (tx) => {
    const said = await tx.thirteenOrOlder.findUnique({ where: { id } })
    if (!said) throw new NotFound()
    authorize(may.sayAge, viewer, said)
    await takeBack(tx, viewer, said)
  })
}

/** A coordinator has entered a date of birth from documents, sealed: what follows from it for those who may not open it. */
export async function noteAge(tx: Tx, viewer: Viewer, { isThirteen, ...whom }: Whom & { isThirteen: boolean }): Promise<void> {
  if (isThirteen) await write(tx, viewer, { id: newId(), ...whom })
  else await takeBack(tx, viewer, whom)
}

/** Of these people those who are said to be 13 or older in a setting. */
export async function saidThirteen(tx: Tx, { organisationId, personIds }: { organisationId: string; personIds: readonly string[] }): Promise<Set<string>> {
  const said = personIds.length === 0 ? [] : await tx.thirteenOrOlder.findMany({ where: { organisationId, personId: { in: [...personIds] }, takenBackAt: null }, select: { personId: true } })
  return new Set(said.map(({ personId }) => personId))
}

async function write(tx: Tx, viewer: Viewer, row: Whom & { id: string }) {
  const { count } = await tx.thirteenOrOlder.createMany({ data: [{ ...row, byId: viewer.id }], skipDuplicates: true })
  if (count > 0) await said(tx, viewer, 'organisation.age-said', row)
}

async function takeBack(tx: Tx, viewer: Viewer, { organisationId, personId }: Whom) {
  const { count } = await tx.thirteenOrOlder.updateMany({ where: { organisationId, personId, takenBackAt: null }, data: { takenBackAt: now(), takenBackById: viewer.id } })
  if (count > 0) await said(tx, viewer, 'organisation.age-taken-back', { organisationId, personId })
}

async function said(tx: Tx, viewer: Viewer, kind: string, { organisationId, personId }: Whom) {
  await record(tx, viewer, kind, { organisationId, subjectId: personId })
  await tell(tx, `person:${personId}`, 'organisation:age', { organisationId })
}
