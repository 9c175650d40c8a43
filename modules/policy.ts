import { Forbidden } from './errors.ts'
import type { Role } from '#prisma/generated/enums.ts'
import type { Viewer } from './db/viewer.ts'

/** Goes on if the rule says yes, and refuses otherwise. Rules are pure: they look only at the viewer and the facts handed to them. */
export function authorize<Facts extends unknown[]>(rule: (viewer: Viewer, ...facts: Facts) => boolean, viewer: Viewer, ...facts: Facts): void {
  if (!rule(viewer, ...facts)) throw new Forbidden()
}

/** Does the viewer hold one of these roles in this organisation? */
export const holds = (viewer: Viewer, organisationId: string, ...roles: Role[]): boolean =>
  viewer.memberships.some((membership) => membership.organisationId === organisationId && roles.includes(membership.role))

/** Does the viewer hold one of these roles anywhere? */
export const holdsSomewhere = (viewer: Viewer, ...roles: Role[]): boolean =>
  viewer.memberships.some((membership) => roles.includes(membership.role))
