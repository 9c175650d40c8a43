import type { Role } from '#prisma/generated/enums.ts'
import { hours, minutes } from '../clock.ts'

/** How long a session of somebody lasts: idle before the page is covered, and at most, in ms; and on how many devices at once. From standards.md §7.3. */
export type Limits = { idle: number; absolute: number; locks: boolean; atOnce: number }

const young: Limits = { idle: minutes(60), absolute: hours(12), locks: false, atOnce: 3 }
const staff: Limits = { idle: minutes(20), absolute: hours(10), locks: true, atOnce: 5 }
const administration: Limits = { idle: minutes(15), absolute: hours(8), locks: true, atOnce: 5 }
const safeguarding: Limits = { idle: minutes(10), absolute: hours(8), locks: true, atOnce: 5 }

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
    atOnce: Math.max(...all.map((limits) => limits.atOnce)),
  }
}

/** Roles of adults who work with what is sensitive: outside the demo they show a second factor. */
export const needsSecondFactor = (roles: readonly Role[]): boolean => roles.some((role) => role !== 'mentor')

const safeguardingRoles: readonly Role[] = ['safeguarding_lead', 'deputy_lead', 'head']

/** Those who open the safeguarding area in earnest: their device itself must have asked who they are, and they prove it again each quarter of an hour. */
export const isInSafeguarding = (roles: readonly Role[]): boolean => roles.some((role) => safeguardingRoles.includes(role))

/** Proof that it is really them counts for a quarter of an hour. */
export const isRecent = (provedAt: Date | null, at: Date): boolean => provedAt !== null && at.getTime() - provedAt.getTime() < minutes(15)
