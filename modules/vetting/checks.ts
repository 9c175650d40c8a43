import type { DbsLevel, VettingKind } from '#prisma/generated/enums.ts'

export type Check = {
  kind: VettingKind
  name: string
  /** What whoever writes it down has done. */
  hint: string
  /** What the day is the day of. */
  day: string
  words: { label: string; hint?: string; isNeeded: boolean }
  /** How many months it is good for, unless the setting says another day; without it, it does not run out. */
  months?: number
  /** It cannot be good for longer than that. */
  isLimit?: boolean
  /** Whom it may not apply to, in the words of the form. */
  notNeeded?: string
}

/**
 * What is checked of an adult, in the order of the register. Source: Keeping children safe in education, part three (safer recruitment, the single central
 * record); the lead's training runs for two years. How long a DBS check counts is nowhere in law: three years is what many settings hold to.
 */
export const checks: readonly Check[] = [
  { kind: 'identity', name: 'Identity', hint: 'You saw the original and the person together.', day: 'The day you saw it', words: { label: 'What you saw', hint: '“Passport”, “driving licence and a bill”. No number, and no copy.', isNeeded: true } },
  { kind: 'right_to_work', name: 'Right to work', hint: 'You saw that they may work in the UK.', day: 'The day you saw it', words: { label: 'What showed it', hint: 'If it ends, as a visa does, say until when.', isNeeded: true }, notNeeded: 'It does not apply: they are not employed' },
  { kind: 'dbs', name: 'Enhanced DBS check', hint: 'Its number and date. The certificate is theirs: no copy is kept, here or anywhere.', day: 'The day on the certificate', words: { label: 'Anything else', hint: 'Not what the certificate says about them.', isNeeded: false }, months: 36 },
  { kind: 'barred_list', name: 'Children’s barred list', hint: 'For whoever is in regulated activity. Written down on its own, also where it came with the DBS check.', day: 'The day it was checked', words: { label: 'How it was checked, or why it does not apply', isNeeded: true }, months: 36, notNeeded: 'It does not apply: not in regulated activity' },
  { kind: 'overseas', name: 'Checks from abroad', hint: 'For whoever has lived or worked outside the UK.', day: 'The day you saw them', words: { label: 'Which countries and what you saw, or why it does not apply', isNeeded: true }, notNeeded: 'It does not apply: they have not lived abroad' },
  { kind: 'reference', name: 'Two references', hint: 'One at a time: this form is for one of them. You read it, and asked whether it is really from them.', day: 'The day you checked it', words: { label: 'Who gave it, and how they know them', isNeeded: true } },
  { kind: 'conduct', name: 'Code of conduct', hint: 'They signed it.', day: 'The day they signed', words: { label: 'Which version', isNeeded: false } },
  { kind: 'induction', name: 'Safeguarding induction', hint: 'Your policy, whom to go to, and the yearly update after it.', day: 'The day they had it', words: { label: 'What it covered', isNeeded: false }, months: 12 },
  { kind: 'safeguarding_training', name: 'Safeguarding training', hint: 'What your local partnership asks for.', day: 'The day they did it', words: { label: 'Which level, and from whom', isNeeded: true }, months: 36 },
  { kind: 'lead_training', name: 'Safeguarding lead’s training', hint: 'For leads and deputies, every two years.', day: 'The day they did it', words: { label: 'Which course, and from whom', isNeeded: true }, months: 24, isLimit: true },
]

export const checkOf = (kind: VettingKind): Check => checks.find((check) => check.kind === kind)!

export const dbsLevels: readonly { value: DbsLevel; label: string; hint?: string }[] = [
  { value: 'enhanced_barred', label: 'Enhanced, with the barred list' }, { value: 'enhanced', label: 'Enhanced' },
  { value: 'standard', label: 'Standard', hint: 'It is kept, and does not count where an enhanced check is asked for' }, { value: 'basic', label: 'Basic', hint: 'The same' },
]

/** "enhanced DBS check": its name inside a sentence. */
export const inSentence = (kind: VettingKind): string => checkOf(kind).name.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase())

/** That many months after a day, and never a day that is not there: 31 August and six months is the last of February. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
