import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const Prompt = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  moment: z.enum(['before-a-meeting', 'after-a-meeting', 'when-it-was-hard', 'before-supervision', 'any-time']),
  question: z.string().min(5).max(80),
  help: z.string().max(160),
  retired: z.boolean().default(false),
})
export type Prompt = z.output<typeof Prompt>

let loaded: Prompt[] | undefined

const all = (): Prompt[] => (loaded ??= z.array(Prompt)
  .refine((prompts) => new Set(prompts.map(({ id }) => id)).size === prompts.length, 'Two prompts have the same id.')
  .parse(parse(readFileSync('curriculum/prompts.yaml', 'utf8'))))

/** The questions on offer to begin an entry with. */
export const prompts = (): Prompt[] => all().filter(({ retired }) => !retired)

/** The question an entry answers; a retired one too. Null where it answers none. */
export const promptOf = (id: string | null): Prompt | null => all().find((prompt) => prompt.id === id) ?? null
