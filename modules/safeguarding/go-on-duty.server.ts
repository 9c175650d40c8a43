import { z } from 'zod'
import { after, hours as inHours, now } from '../clock.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import { endDuty } from './end-duty.server.ts'
import { planDuty } from './plan-duty.server.ts'

export const GoOnDuty = z.object({ organisationId: z.uuid(), hours: z.number().min(1).max(12) })

/** Somebody is here from now, for so many hours (at most 12). It replaces what they had said before. */
export async function goOnDuty(viewer: Viewer, input: z.input<typeof GoOnDuty>): Promise<void> {
  const { organisationId, hours } = GoOnDuty.parse(input)
  await endDuty(viewer, { organisationId, personId: viewer.id })
  await planDuty(viewer, { id: newId(), organisationId, personId: viewer.id, startsAt: now(), endsAt: after(inHours(hours)) })
}
