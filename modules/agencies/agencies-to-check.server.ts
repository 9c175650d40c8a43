import type { Viewer } from '../db/viewer.ts'
import { holdsSomewhere } from '../policy.ts'
import { agenciesOf } from './agencies-of.server.ts'

export type AgenciesToCheck = { organisationId: string; organisationName: string; count: number }

/** The settings whose directory has numbers that nobody has looked at for a year, for whoever keeps it. */
export async function agenciesToCheck(viewer: Viewer): Promise<AgenciesToCheck[]> {
  if (!holdsSomewhere(viewer, 'safeguarding_lead', 'deputy_lead')) return []
  const old = (await agenciesOf(viewer)).filter((agency) => agency.mayKeep && agency.isToCheck)
  return [...new Map(old.map(({ organisationId, organisationName }) => [organisationId, { organisationId, organisationName, count: old.filter((one) => one.organisationId === organisationId).length }])).values()]
}
