import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { registerNews } from './events.ts'
import { findAppealFacts } from './parts/find-appeal-facts.server.ts'
import { may } from './policy.ts'

const taken = 'A colleague is looking at it already.'

/** Somebody who had no part in a decision says that they will look at it again. */
export async function takeAppeal(viewer: Viewer, input: { id: string; appealId: string }): Promise<void> {
  const { id, appealId } = z.object({ id: z.uuid(), appealId: z.uuid() }).parse(input)
  await once(() => change(viewer, async (tx) => {
    const appeal = await findAppealFacts(tx, viewer, appealId)
    authorize(may.hearAppeal, viewer, appeal)
    if (appeal.taking?.byId === viewer.id) return
    if (appeal.taking) throw new Conflict(taken)
    const { organisationId, personId } = appeal
    await record(tx, viewer, 'registers.appeal-taken', { organisationId, subjectId: personId, appealId })
    await tell(tx, `person:${personId}`, registerNews.answered, { appealId })
    await tx.appealTaking.createMany({ data: [{ id, organisationId, appealId, personId, byId: viewer.id }] })
  }), taken)
}
