import type { AdultStep } from './steps.ts'

/** What lines of a record about an adult are about, for whoever prints it. The first three are what happened; the other two say who knew and who looked. */
export const adultLineGroups = [
  { value: 'case', label: 'What happened with it', hint: 'Handed on, weighed, closed, signed' },
  { value: 'words', label: 'Notes, and what was done' },
  { value: 'agencies', label: 'The LADO' },
  { value: 'people', label: 'Who knew', hint: 'Told, brought in, kept from, asked who handed it on' },
  { value: 'looks', label: 'Who looked, and who printed it' },
] as const
export type AdultLineGroup = typeof adultLineGroups[number]['value']

/** What is printed unless somebody chooses otherwise. */
export const significantAboutAdult: readonly AdultLineGroup[] = ['case', 'words', 'agencies']

const groups: Partial<Record<AdultStep, AdultLineGroup>> = {
  note: 'words', acted: 'words', added: 'words', struck: 'words', 'lado-told': 'agencies',
  told: 'people', climbed: 'people', 'brought-in': 'people', 'kept-from': 'people', 'asked-sharer': 'people', looked: 'looks', printed: 'looks',
}
/** A kind that nobody has put in a group is never left out by default. */
export const groupOfAdultLine = (kind: string): AdultLineGroup => groups[kind as AdultStep] ?? 'case'
