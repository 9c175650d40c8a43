/** What a rule is about: a concern, or a record of the register of concerns about adults. Who keeps such a record the database works out. */
export type Subject = 'concern' | 'adult'
export const subjectOf = (rule: string): Subject => (rule.startsWith('adults.') ? 'adult' : 'concern')
