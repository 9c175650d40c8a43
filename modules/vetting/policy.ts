import type { Role } from '#prisma/generated/enums.ts'
import type { Viewer } from '../db/viewer.ts'
import { holds } from '../policy.ts'

/** The head too: where one adult alone keeps the register, somebody else writes theirs. */
const keepers = ['coordinator', 'safeguarding_lead', 'deputy_lead', 'programme_lead', 'head'] as const

export const may = {
  /** The register of a place. */
  read: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, ...keepers),
  /** Nobody checks themself. */
  write: (viewer: Viewer, { organisationId, personId }: { organisationId: string; personId: string }) => personId !== viewer.id && holds(viewer, organisationId, ...keepers),
  /** Which checks are asked for, and from when: those who answer for it. */
  setRule: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'safeguarding_lead', 'deputy_lead', 'head', 'programme_lead'),
}

/** Where this viewer reads a register. */
export const registersOf = (viewer: Viewer): string[] => [...new Set(viewer.memberships.filter(({ role }) => (keepers as readonly Role[]).includes(role)).map(({ organisationId }) => organisationId))]

/** The rungs of the ladder: nothing that is missing takes one of these away. */
export const onTheLadder: readonly Role[] = ['safeguarding_lead', 'deputy_lead', 'head', 'programme_lead']
