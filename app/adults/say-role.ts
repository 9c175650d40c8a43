const words: Record<string, string> = {
  youth_worker: 'youth worker', specialist: 'mental-health specialist', safeguarding_lead: 'safeguarding lead', deputy_lead: 'deputy safeguarding lead', head: 'head', coordinator: 'coordinator', trainer: 'trainer',
  trainee_trainer: 'trainee trainer', programme_lead: 'programme lead', assessor: 'assessor', quality_assurer: 'quality assurer', mentor: 'peer mentor, 18 or older',
}
/** What somebody does here, in words. */
export const sayRole = (role: string): string => words[role] ?? role
