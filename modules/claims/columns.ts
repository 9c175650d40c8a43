import { z } from 'zod'
import { claimFields, type ClaimField } from './template.ts'

const Column = z.object({
  header: z.string().trim().min(1, 'Say what stands above it.').max(80, 'That is longer than fits here.'),
  field: z.enum(Object.keys(claimFields) as [ClaimField, ...ClaimField[]], 'Choose what goes in.'),
  fixed: z.string().trim().max(120, 'That is longer than fits here.').default(''),
})
/** The columns of a template, as a form or the database gives them. */
export const Columns = z.array(Column).min(1, 'A table has one column at least.').max(24, 'Twenty-four columns fit here.')
  .refine((all) => new Set(all.map(({ header }) => header.toLowerCase())).size === all.length, 'Two columns have the same heading.')
