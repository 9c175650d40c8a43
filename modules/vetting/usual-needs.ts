import type { OrganisationKind, Role, VettingKind } from '#prisma/generated/enums.ts'

const everybody: readonly VettingKind[] = ['identity', 'right_to_work', 'dbs', 'conduct', 'induction']
const withChildren: readonly VettingKind[] = ['identity', 'right_to_work', 'dbs', 'barred_list', 'overseas', 'reference', 'conduct', 'induction', 'safeguarding_training']
const ofALead: readonly VettingKind[] = [...withChildren, 'lead_training']

/** What settings usually ask of each role: ticked in the form until a setting has said it for itself. It asks nothing of anybody. */
export const usualNeeds: readonly { role: Role; kinds: readonly VettingKind[] }[] = [
  { role: 'youth_worker', kinds: withChildren }, { role: 'specialist', kinds: withChildren }, { role: 'trainer', kinds: withChildren }, { role: 'trainee_trainer', kinds: withChildren },
  { role: 'safeguarding_lead', kinds: ofALead }, { role: 'deputy_lead', kinds: ofALead }, { role: 'head', kinds: withChildren },
  { role: 'coordinator', kinds: everybody }, { role: 'assessor', kinds: everybody }, { role: 'quality_assurer', kinds: everybody }, { role: 'external_quality_assurer', kinds: [] }, { role: 'programme_lead', kinds: everybody }, { role: 'evaluator', kinds: [] },
]

/** The adult roles that there are in a place of this kind. */
export const rolesIn = (kind: OrganisationKind): Role[] => usualNeeds.map(({ role }) => role).filter((role) => kind === 'delivery_site' || (role !== 'programme_lead' && role !== 'evaluator'))
