import type { CohortKind, CohortPart, Role } from '#prisma/generated/enums.ts'

/** Who can be what in a cohort, by the role they hold in its organisation. */
export const rolesFor: Record<CohortKind, Record<CohortPart, readonly Role[]>> = {
  mentors: { learner: ['mentor'], trainer: ['trainer', 'trainee_trainer', 'youth_worker'] },
  trainers: { learner: ['trainee_trainer'], trainer: ['trainer'] },
}
