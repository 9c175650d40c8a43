import { z } from 'zod'

/** What every step of a case begins with: the id of its line, made with the page, and the concern. */
export const Step = z.object({ id: z.uuid(), concernId: z.uuid() })

/** Words that have to be there. `ask`: what to write. */
export const words = (ask: string, longest = 10_000) => z.string().trim().min(3, ask).max(longest, 'That is longer than fits. Keep the most important part.')
export const perhaps = z.string().trim().max(10_000, 'That is longer than fits. Keep the most important part.').default('')

/** A day that is not over yet, as the form sends it. */
export const dayAhead = (today: string, ask: string) => z.iso.date(ask).refine((day) => day >= today, 'That day is over. Pick today or a day that is to come.')
