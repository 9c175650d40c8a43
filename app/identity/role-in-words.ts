import type { Role } from '#prisma/generated/enums.ts'

/** A role as one says it to the person who holds it. */
export const roleInWords: Record<Role, string> = {
  mentor: 'a mentor', youth_worker: 'a youth worker', specialist: 'a mental-health specialist', safeguarding_lead: 'the safeguarding lead', deputy_lead: 'a deputy safeguarding lead',
  head: 'the head', coordinator: 'the coordinator', trainer: 'a trainer', trainee_trainer: 'a trainee trainer', assessor: 'an assessor', quality_assurer: 'a quality assurer',
  external_quality_assurer: 'an external quality assurer', programme_lead: 'a programme lead', evaluator: 'an evaluator',
}
