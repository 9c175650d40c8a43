import { z } from 'zod'

/** Why something is struck through: it stands beside it from then on. */
export const strikingWhy = z.string().trim().min(1, 'Say in a sentence what was wrong.').max(2000, 'That is longer than fits here.')
