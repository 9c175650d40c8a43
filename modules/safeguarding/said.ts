import { additions } from './additions.ts'
import { inWords, marksIn, nameOf } from './marks.ts'
import { referralParts } from './referral-parts.ts'
import type { StepKind } from './steps.ts'

export type Part = { name: string; label: string; hint?: string; isNeeded?: boolean; /** How the text is read, where it is not a text. */ read?: (text: string) => string }

const wholeDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** The steps whose words have parts of their own, and what each part is called. All other lines are one text. */
const partsOf: Partial<Record<StepKind | 'raised', readonly Part[]>> = {
  added: additions.flatMap(({ questions }) => questions.filter(({ kind }) => kind !== 'tick').map(({ name, kind, read: label, options }): Part => ({
    name, label, ...(kind === 'day' ? { read: (day) => wholeDay.format(new Date(day)) } : options ? { read: (value) => options.find((option) => option.value === value)?.label ?? value } : {}),
  }))),
  triaged: [
    { name: 'reasons', label: 'Why this level', hint: 'Facts first. Say what is your opinion.', isNeeded: true },
    { name: 'risks', label: 'What makes it worse' },
    { name: 'strengths', label: 'What keeps them safer' },
    { name: 'wishes', label: 'What the young person wants', hint: 'In their own words, if you have them' },
  ],
  decided: [
    { name: 'reasons', label: 'Why', isNeeded: true },
    { name: 'family', label: 'What the family knows', hint: 'Told, by whom and when. If not told, why not', isNeeded: true },
  ],
  shared: [
    { name: 'to', label: 'Who was told', hint: 'Name, role, and where they work', isNeeded: true },
    { name: 'what', label: 'What they were told', hint: 'Only what they need for their part', isNeeded: true },
    { name: 'how', label: 'How it was kept safe on the way', hint: 'Rung on a number you know, an encrypted letter, handed over in person', isNeeded: true },
    { name: 'reasons', label: 'Why', isNeeded: true },
    { name: 'asked', label: 'Who asked for it' },
  ],
  referred: referralParts,
  transferred: [
    { name: 'to', label: 'Who takes it', hint: 'Their safeguarding lead: name and role', isNeeded: true },
    { name: 'setting', label: 'At which setting', isNeeded: true },
    { name: 'address', label: 'Where it is sent', hint: 'The address you know to be theirs. Ring and ask, if you are not sure', isNeeded: true },
    { name: 'how', label: 'How they learn the password', hint: 'Another way than the file: rung on a number you know. Never the password itself', isNeeded: true },
    { name: 'reasons', label: 'Why it goes there', isNeeded: true },
  ],
  receipt: [
    { name: 'who', label: 'Who has it', isNeeded: true },
    { name: 'role', label: 'Their role', isNeeded: true },
    { name: 'how', label: 'How you know', hint: 'A signed form, a letter, a call back' },
  ],
  chased: [
    { name: 'who', label: 'Whom you spoke with', hint: 'Name, role, number. If nobody answered, say so', isNeeded: true },
    { name: 'words', label: 'What they said', isNeeded: true },
  ],
  escalated: [
    { name: 'who', label: 'Whom you went to', hint: 'Name, role, where', isNeeded: true },
    { name: 'words', label: 'What you asked for, and what they said', isNeeded: true },
  ],
  notified: [
    { name: 'who', label: 'Who told them, and whom they spoke with' },
    { name: 'reference', label: 'The reference they gave' },
    { name: 'why', label: 'If it waits: why, and until when' },
  ],
  'agency-answered': [
    { name: 'who', label: 'Who answered', hint: 'Name, role, number', isNeeded: true },
    { name: 'reference', label: 'Their reference' },
    { name: 'words', label: 'What they said or decided', isNeeded: true },
  ],
  'not-shared': [
    { name: 'to', label: 'Who it is not shared with', hint: 'Name or role, and where they work', isNeeded: true },
    { name: 'what', label: 'What is not shared', isNeeded: true },
    { name: 'reasons', label: 'Why not', isNeeded: true },
    { name: 'asked', label: 'Who asked for it' },
  ],
}
export const saidIn = (kind: string): readonly Part[] => partsOf[kind as StepKind] ?? []

/** What is sealed of a line with parts: one text, the parts by name, those left empty left out. */
export const asOne = (kind: StepKind, said: Record<string, string | undefined>): string =>
  JSON.stringify(Object.fromEntries(saidIn(kind).flatMap(({ name }) => (said[name] ? [[name, said[name]]] : []))))

/** A line's words as they are read: each part with its label. A line of one text has one part without. */
export function asRead(kind: string, words: string | null): { label: string | null; text: string }[] {
  const parts = saidIn(kind)
  if (words === null) return []
  if (kind === 'marked') return marksIn(words).map((mark, index) => ({ label: `${index + 1}. ${nameOf(mark)}`, text: inWords(mark) }))
  if (parts.length === 0) return [{ label: null, text: words }]
  const said = JSON.parse(words) as Record<string, string>
  return parts.flatMap(({ name, label, read = (text) => text }) => (said[name] ? [{ label, text: read(said[name]) }] : []))
}
