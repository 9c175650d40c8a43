/** What lines of a chronology are about, for whoever prints it. The first four are what happened; the other two say who knew and who looked. */
export const lineGroups = [
  { value: 'case', label: 'What happened with it', hint: 'Raised, taken on, assessed, decided, looked at again, closed' },
  { value: 'words', label: 'Notes and discussions' },
  { value: 'actions', label: 'What was to be done' },
  { value: 'agencies', label: 'Other services', hint: 'Referrals, answers, what was shared and what was not' },
  { value: 'people', label: 'Who knew', hint: 'Told, brought in, let go, kept from' },
  { value: 'looks', label: 'Who looked, and who printed it' },
] as const
export type LineGroup = typeof lineGroups[number]['value']

/** The significant events: what is printed unless somebody chooses otherwise. */
export const significant: readonly LineGroup[] = ['case', 'words', 'actions', 'agencies']

const groups: Partial<Record<string, LineGroup>> = {
  note: 'words', discussed: 'words', struck: 'words',
  'action-set': 'actions', 'action-done': 'actions', 'action-dropped': 'actions',
  shared: 'agencies', 'not-shared': 'agencies', notified: 'agencies', referred: 'agencies', chased: 'agencies', escalated: 'agencies', 'agency-answered': 'agencies', transferred: 'agencies', receipt: 'agencies',
  told: 'people', climbed: 'people', 'brought-in': 'people', 'let-go': 'people', 'kept-from': 'people', 'let-in': 'people', 'asked-who': 'people', 'broke-glass': 'people',
  looked: 'looks', printed: 'looks', exported: 'looks', 'action-read': 'looks',
}
/** A kind that nobody has put in a group is never left out by default. */
export const groupOf = (kind: string): LineGroup => groups[kind] ?? 'case'
