import type { OrganisationKind, Role } from '#prisma/generated/enums.ts'

/** What each role is called on a page. */
export const roleNames: Record<Role, string> = {
  mentor: 'Mentor', youth_worker: 'Youth worker', specialist: 'Mental-health specialist', safeguarding_lead: 'Safeguarding lead', deputy_lead: 'Deputy safeguarding lead', head: 'Head',
  coordinator: 'Coordinator', trainer: 'Trainer', trainee_trainer: 'Trainee trainer', assessor: 'Assessor', quality_assurer: 'Quality assurer', external_quality_assurer: 'External quality assurer',
  programme_lead: 'Programme lead', evaluator: 'Evaluator',
}

/** What somebody in the role will see and do, in a line, so that whoever gives it knows what they give. */
export const roleMeanings: Record<Role, string> = {
  mentor: 'Learns, keeps a journal, meets a mentee', youth_worker: 'Runs training and supervision, receives concerns first', specialist: 'Leads supervision beside a youth worker',
  safeguarding_lead: 'Owns every concern of the setting', deputy_lead: 'Stands in for the safeguarding lead', head: 'The last to be told inside the setting', coordinator: 'People, timetable, readiness; no concerns',
  trainer: 'Delivers the mentor course', trainee_trainer: 'Is being trained to deliver it', assessor: 'Decides whether work meets the criteria', quality_assurer: 'Samples the assessors’ decisions',
  external_quality_assurer: 'Reads a narrow slice, for a set time', programme_lead: 'Supports settings; sees totals only', evaluator: 'Sees anonymised figures only',
}

export const kindNames: Record<OrganisationKind, string> = { school: 'School', youth_club: 'Youth club', college: 'College', community_group: 'Community group', delivery_site: 'Delivery site' }
