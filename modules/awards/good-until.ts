import { z } from 'zod'

/** The last day a certificate is good, or none: it is then good for good. */
export const GoodUntil = z.union([z.literal(''), z.iso.date('Choose a day.')]).default('')

export const endOfDay = (day: string): Date | null => (day ? new Date(`${day}T23:59:59Z`) : null)
