import type { Role } from '#prisma/generated/enums.ts'
import type { Viewer } from '../db/viewer.ts'
import { holds } from '../policy.ts'

/** What somebody is where they are helped, and whether they are anything in another organisation. */
export type WhatTheyAre = { organisationId: string; personId: string; roles: readonly Role[]; elsewhere: boolean }

type Helping = { helper: Role; helps: readonly Role[] }

/**
 * Who may begin to help whom back in; whatever is not here is no. Never upward: the code opens all that the other sees, so nobody helps a
 * safeguarding lead, deputy or head, whose desks hold the concerns. They use their recovery codes, or the head invites them anew.
 */
export const helpings: readonly Helping[] = [
  { helper: 'youth_worker', helps: ['mentor'] },
  { helper: 'coordinator', helps: ['mentor', 'youth_worker', 'specialist', 'trainer', 'trainee_trainer', 'assessor', 'quality_assurer', 'external_quality_assurer', 'coordinator'] },
]

/** A mentor's journal is theirs alone: two adults hold half of the code each, so that neither opens it by themself (standards.md §7.3). */
export const needsTwo = (roles: readonly Role[]): boolean => roles.includes('mentor')

/** Who may be the second of the two. */
export const secondAdults: readonly Role[] = ['youth_worker', 'coordinator', 'specialist', 'trainer', 'safeguarding_lead', 'deputy_lead', 'head']

/** How long the code works, in minutes. */
export const helpLasts = 60

/** May this viewer begin to help them? Every role they hold must be one the viewer helps; and no one setting alone gives away what belongs to two. */
export function mayHelpBackIn(viewer: Viewer, them: WhatTheyAre): boolean {
  if (them.personId === viewer.id || them.elsewhere || them.roles.length === 0) return false
  return them.roles.every((role) => helpings.some(({ helper, helps }) => helps.includes(role) && holds(viewer, them.organisationId, helper)))
}

/** May this viewer be the second adult? Not the one who began, nor the one who is helped. */
export const mayJoinInHelping = (viewer: Viewer, help: { organisationId: string; personId: string; givenById: string; needsTwo: boolean }): boolean =>
  help.needsTwo && help.personId !== viewer.id && help.givenById !== viewer.id && holds(viewer, help.organisationId, ...secondAdults)

/** Those who may hold half a code may take it back, and so may the leads and the head, who are told. */
export const mayTakeBackHelp = (viewer: Viewer, help: { organisationId: string; personId: string }): boolean =>
  help.personId !== viewer.id && holds(viewer, help.organisationId, ...secondAdults)

/** Why nobody here can help them, in a sentence for the page; null when somebody could. */
export function whyNobody({ roles, elsewhere }: Pick<WhatTheyAre, 'roles' | 'elsewhere'>): string | null {
  if (roles.length === 0) return 'They have no role here now. Invite them anew.'
  if (elsewhere) return 'They also belong to another organisation, so one alone cannot let them back in. They use a recovery code, or are invited anew.'
  const never = roles.filter((role) => !helpings.some(({ helps }) => helps.includes(role)))
  return never.length > 0 ? 'Their role opens more than yours, so nobody here can let them back in. They use a recovery code, or whoever gave them the role invites them anew.' : null
}
