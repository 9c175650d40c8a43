import { z } from 'zod'

/** What somebody types to sign in: lower case letters, digits, dots and dashes; never an e-mail address they might lose. */
export const Username = z.string().trim().toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9._-]{1,38})[a-z0-9]$/, 'Use 3 to 40 letters, digits, dots or dashes.')

/** A password: long, of any kind, pasted or typed. No rules about capitals or digits (NCSC: three random words). */
export const Password = z.string().min(12, 'Make it at least 12 characters. Three random words work well.').max(200)
