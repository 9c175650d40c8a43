import { data } from '@remix-run/node'
import { ZodError } from 'zod'
import { Conflict, Forbidden, NotFound, TooMany } from '#modules/errors.ts'

/** What a page shows when a form could not be done: one sentence, a sentence a field, and what was typed, so that it is still there. */
export type Refusal = { message: string; fields: Record<string, string>; said: Record<string, string> }

const statusOf = (error: unknown): number | undefined =>
  error instanceof NotFound ? 404 : error instanceof Forbidden ? 403 : error instanceof Conflict ? 409 : error instanceof TooMany ? 429 : undefined

/** For loaders: what modules throw on purpose becomes a page with its status. A malformed address is not found. */
export async function asPage<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (error instanceof ZodError) throw data({ message: new NotFound().message }, { status: 404 })
    const status = statusOf(error)
    if (status) throw data({ message: (error as Error).message }, { status })
    throw error
  }
}

/**
 * For actions: what modules throw on purpose becomes a refusal beside the form, with everything that was typed. What is not there for
 * this person stays a page of its own.
 */
export async function asForm<Result>(form: FormData, work: () => Promise<Result>): Promise<{ done: Result } | { refused: ReturnType<typeof refuse> }> {
  try {
    return { done: await work() }
  } catch (error) {
    if (error instanceof ZodError) return { refused: refuse(form, 400, 'Something is missing, or not right yet. Everything you wrote is still here.', fieldsOf(error)) }
    if (error instanceof NotFound) throw data({ message: error.message }, { status: 404 })
    const status = statusOf(error)
    if (status) return { refused: refuse(form, status, (error as Error).message) }
    throw error
  }
}

export const refuse = (form: FormData, status: number, message: string, fields: Record<string, string> = {}) =>
  data<Refusal>({ message, fields, said: said(form) }, { status })

const fieldsOf = (error: ZodError): Record<string, string> => Object.fromEntries(error.issues.map((issue) => [issue.path.join('.'), issue.message] as const).reverse())

const secret = /password|code|^visiting$/i
const said = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !secret.test(entry[0])))
