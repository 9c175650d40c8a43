import type { Role } from '#prisma/generated/enums.ts'
import type { Viewer } from '../db/viewer.ts'

type Giving = { giver: Role; gives: readonly Role[]; inKind?: 'setting' | 'delivery_site' }

/**
 * Who may give which role to whom, read from the top; whatever is not here is no. A giver gives within an organisation they hold the
 * role in; a programme lead also names the first coordinator and head of a setting their site supports. Nobody gives a role to themself.
 */
export const rolesGiven: readonly Giving[] = [
  { giver: 'coordinator', gives: ['mentor', 'youth_worker', 'specialist', 'trainer', 'trainee_trainer', 'assessor', 'quality_assurer', 'external_quality_assurer'] },
  { giver: 'head', gives: ['coordinator', 'safeguarding_lead', 'deputy_lead', 'head'] },
  { giver: 'programme_lead', gives: ['programme_lead', 'coordinator', 'trainer', 'trainee_trainer', 'assessor', 'quality_assurer', 'external_quality_assurer', 'evaluator', 'head', 'specialist', 'safeguarding_lead'], inKind: 'delivery_site' },
]

/** What a programme lead may give in a setting that their delivery site supports, so that it can begin. */
export const rolesToBeginWith: readonly Role[] = ['head', 'coordinator', 'safeguarding_lead', 'deputy_lead']

export type Place = { id: string; kind: string; supportedById: string | null }

/** May this viewer give this role in this organisation to this person? */
export function mayGiveRole(viewer: Viewer, role: Role, place: Place, toPersonId: string | null): boolean {
  if (toPersonId === viewer.id) return false
  const held = (organisationId: string) => viewer.memberships.filter((membership) => membership.organisationId === organisationId).map((membership) => membership.role)
  const here = held(place.id)
  if (rolesGiven.some(({ giver, gives, inKind }) => here.includes(giver) && gives.includes(role) && (inKind !== 'delivery_site' || place.kind === 'delivery_site'))) return true
  return place.supportedById !== null && held(place.supportedById).includes('programme_lead') && rolesToBeginWith.includes(role)
}

/** Every role this viewer may give in this place to somebody else, in the order of the glossary. */
export const rolesToGive = (viewer: Viewer, place: Place, all: readonly Role[]): Role[] => all.filter((role) => mayGiveRole(viewer, role, place, null))
