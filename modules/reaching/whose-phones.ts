import type { Role } from '#prisma/generated/enums.ts'

/** Those a gateway may ring: everybody who stands on a rung. */
export const reachable = ['youth_worker', 'safeguarding_lead', 'deputy_lead', 'head', 'programme_lead'] as const satisfies readonly Role[]
