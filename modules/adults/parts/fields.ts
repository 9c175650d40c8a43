import { z } from 'zod'

/** What every step begins with: the id of its line, made with the page, and which concern about an adult. */
export const AdultStep = z.object({ id: z.uuid(), adultConcernId: z.uuid() })

const tooLong = 'That is longer than fits. Keep the most important part.'
export const words = (ask: string) => z.string().trim().min(3, ask).max(10_000, tooLong)
export const perhaps = z.string().trim().max(10_000, tooLong).default('')
