import { redirect } from '@remix-run/node'
import { ZodError } from 'zod'
import { Conflict, Forbidden, NotFound } from '#modules/errors.ts'
import { unitPath } from './unit-path.ts'

type From = { form: FormData; params: { course?: string; unit?: string }; card: string }

/**
 * Does something in a unit and answers in the way it was asked: a plain form is led on to its card, or back to it with a word that it was
 * not kept; a quiet one (from the page's own script) is told in place, so that it can go on by itself.
 */
export async function inTheUnit({ form, params, card }: From, work: () => Promise<Response>): Promise<Response> {
  const isQuiet = form.get('quiet') === 'yes'
  try {
    const onward = await work()
    return isQuiet ? Response.json({ kept: true }) : onward
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return isQuiet ? Response.json({ message: refusal.message }, { status: refusal.status }) : redirect(unitPath(params, card ? { card, 'not-kept': 'yes' } : {}))
  }
}

function refusalOf(error: unknown): { status: number; message: string } | null {
  if (error instanceof ZodError) return { status: 400, message: error.issues[0]?.message ?? 'Something is missing.' }
  if (error instanceof NotFound) return { status: 404, message: error.message }
  if (error instanceof Forbidden) return { status: 403, message: error.message }
  return error instanceof Conflict ? { status: 409, message: error.message } : null
}
