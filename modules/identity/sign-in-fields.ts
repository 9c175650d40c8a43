import { z } from 'zod'
import { isEasilyGuessed } from './is-easily-guessed.ts'

/** What somebody types to sign in: lower case letters, digits, dots and dashes; never an e-mail address they might lose. */
export const Username = z.string().trim().toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9._-]{1,38})[a-z0-9]$/, 'Use 3 to 40 letters, digits, dots or dashes.')

/** A password: long, of any kind, pasted or typed. No rules about capitals or digits (NCSC: three random words), only not one that is guessed first. */
export const Password = z.string().min(12, 'Make it at least 12 characters. Three random words work well.').max(200, 'Make it at most 200 characters.')
  .refine((password) => !isEasilyGuessed(password), 'Many people choose that one, so it is guessed first. Try three random words.')

/** The name somebody goes by, and the one for registers and certificates. */
export const Name = z.string().trim().min(1, 'Write the name you go by.').max(60, 'Make it at most 60 letters.')
export const FullName = z.string().trim().min(2, 'Write your first and last name.').max(120, 'Make it at most 120 letters.')

/** Refuses a password made of the person's own name. For a schema's superRefine, where both are known. */
export function refuseOwnName({ password, own }: { password: string; own: readonly string[] }, context: z.RefinementCtx) {
  if (isEasilyGuessed(password, own)) context.addIssue({ code: 'custom', path: ['password'], message: 'Your own name is guessed first. Try three random words.' })
}
