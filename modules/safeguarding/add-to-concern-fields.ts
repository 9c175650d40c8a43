import { z } from 'zod'
import type { Addition, Question } from './additions.ts'

const tooLong = 'That is longer than fits. Keep the most important part.'
const empty = z.literal('').optional()

function answer({ kind, options }: Question, today: string): z.ZodType<string | undefined> {
  if (kind === 'day') return z.union([empty, z.iso.date('Pick a day from the calendar, or leave it out.').refine((day) => day <= today, 'That day is still to come. Pick today or a day before.')])
  if (kind === 'time') return z.union([empty, z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as hours and minutes, or leave it out.')])
  if (kind === 'choice') return z.union([empty, z.enum(options!.map((option) => option.value), 'Pick one of the answers.')])
  if (kind === 'tick') return z.union([empty, z.literal('yes')])
  return z.string().trim().max(kind === 'line' ? 2000 : 10_000, tooLong).optional()
}

/** What one part's form has to say: something, and from an adult, about a day that is over, why it is written down only now. */
export const saidAbout = (addition: Addition, { isAdult, today }: { isAdult: boolean; today: string }) =>
  z.object(Object.fromEntries(addition.questions.map((question) => [question.name, answer(question, today)]))).superRefine((said, problems) => {
    if (!Object.values(said).some(Boolean)) problems.addIssue({ code: 'custom', path: [addition.questions[0]!.name], message: 'Write what you know. A few words are enough.' })
    if (isAdult && said.day && said.day < today && !said.late) problems.addIssue({ code: 'custom', path: ['late'], message: 'It was before today: say why it is written down now.' })
  })
