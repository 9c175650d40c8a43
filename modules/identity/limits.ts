import type { Role } from '#prisma/generated/enums.ts'
import { hours, minutes } from '../clock.ts'

/** How long a session of somebody lasts: idle before the page is covered, and at most. In ms. From standards.md §7.3. */
export type Limits = { idle: number; absolute: number; locks: boolean }

const young: Limits = { idle: minutes(60), absolute: hours(12), locks: false }
const staff: Limits = { idle: minutes(20), absolute: hours(10), locks: true }
const administration: Limits = { idle: minutes(15), absolute: hours(8), locks: true }
const safeguarding: Limits = { idle: minutes(10), absolute: hours(8), locks: true }

const byRole: Record<Role, Limits> = {
  mentor: young,
  youth_worker: staff, specialist: staff, trainer: staff, trainee_trainer: staff, assessor: staff, programme_lead: staff, evaluator: staff,
  coordinator: administration, quality_assurer: administration, external_quality_assurer: administration,
  safeguarding_lead: safeguarding, deputy_lead: safeguarding, head: safeguarding,
}

/** The strictest limits of all the roles somebody holds. On a device they said is shared, a quarter of an hour idle is enough. */
export function limitsFor(roles: readonly Role[], isShared = false): Limits {
  const all = roles.length ? roles.map((role) => byRole[role]) : [young]
  return {
    idle: Math.min(...all.map((limits) => limits.idle), ...(isShared ? [minutes(15)] : [])),
    absolute: Math.min(...all.map((limits) => limits.absolute)),
    locks: all.some((limits) => limits.locks),
  }
}

/** Roles of adults who work with what is sensitive: outside the demo they show a second factor. */
export const needsSecondFactor = (roles: readonly Role[]): boolean => roles.some((role) => role !== 'mentor')
