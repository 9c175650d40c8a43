import { roleNames } from '#modules/organisations/role-names.ts'
import type { Role } from '#prisma/generated/enums.ts'

/** Somebody's roles in a line: "Head, deputy safeguarding lead". */
export const sayRoles = (roles: readonly Role[]): string =>
  [...new Set(roles)].map((role, at) => (at === 0 ? roleNames[role] : roleNames[role].replace(/^./, (letter) => letter.toLowerCase()))).join(', ')
