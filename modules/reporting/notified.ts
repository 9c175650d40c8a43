/** Who was told, or that it waits. */
export const notifications = [
  { value: 'police', label: 'The police were told' },
  { value: 'local_authority', label: 'The local authority was told' },
  { value: 'both', label: 'Both were told' },
  { value: 'delayed', label: 'Not yet', hint: 'Only where telling at once would put the child in danger' },
] as const
export type Notified = typeof notifications[number]['value']

/** What somebody is told until a setting writes its own. Source: Crime and Policing Act 2026, Part 5 chapter 2. The Act was passed; from which day this part of it is in force, Belay has not verified. */
export const usualExplanation = `If a child tells you of a sexual offence against a child, or you see one, the law may ask you yourself to tell the police or the local authority, as soon as you can. It is about adults of 18 and older who work with children, paid or not. Telling the safeguarding lead does not take the place of it, but they will help you do it.

Tell them: who the child is and where they are, what you were told or saw in the words that were used, who it is about, and when. You do not have to be sure, and you do not have to find out more.

It may wait for a few days only where telling at once would put the child in danger. Nobody may stop you.`
