import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { may } from './policy.ts'

/** What was written down of somebody's training before Belay, setting by setting where the viewer may write it; for others nothing. */
export const trainingBefore = (viewer: Viewer, input: { personId: string }) => read(viewer, async (tx) => {
  const personId = z.uuid().parse(input.personId)
  const settings = viewer.memberships.map(({ organisationId }) => organisationId).filter((organisationId) => may.sayTrainedBefore(viewer, { organisationId, personId }))
  const held = settings.length === 0 ? [] : await tx.membership.findMany({ where: { personId, organisationId: { in: settings }, role: 'mentor', endsAt: null }, select: { organisation: { select: { id: true, name: true } } } })
  const rows = await tx.earlierTraining.findMany({ where: { personId, organisationId: { in: held.map(({ organisation }) => organisation.id) }, takenBackAt: null } })
  return held.map(({ organisation }) => {
    const row = rows.find((one) => one.organisationId === organisation.id)
    return { organisationId: organisation.id, setting: organisation.name, training: row ? { id: row.id, seen: row.seen, endedOn: row.endedOn.toISOString().slice(0, 10) } : null }
  })
})
