import { z } from 'zod'

/** Words that have to be there. `ask`: what to write. */
export const words = (ask: string) => z.string().trim().min(3, ask).max(2_000, 'That is longer than fits. Keep the most important part.')
