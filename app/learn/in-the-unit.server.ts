import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { ZodError } from 'zod'
import type { Viewer } from '#modules/db/viewer.ts'
import { Conflict, Forbidden, NotFound } from '#modules/errors.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { unitPath } from './unit-path.ts'

/**
 * Does something in a unit and answers in the way it was asked: a plain form is led on, or back to its card with a word that it was not kept;
 * a quiet one (from the page's own script) is told in place, so that it can go on by itself. `work` gives back where a plain form goes on to.
 */
export async function inTheUnit({ context, request, params }: ActionFunctionArgs, work: (viewer: Viewer, form: FormData) => Promise<string>): Promise<Response> {
  // These addresses have no page of their own: whatever is refused here would stand in the browser as code.
  const isPlain = request.headers.get('accept')?.includes('text/html') === true
  let card = ''
  try {
    const viewer = await requireViewer(context, request)
    const form = await readForm(request)
    const named = form.get('cardId')
    if (typeof named === 'string') card = named
    const onward = await work(viewer, form)
    return isPlain ? redirect(onward) : Response.json({ kept: true })
  } catch (error) {
    if (isPlain && !(error instanceof Response) && (isRefusal(error) || refusalOf(error))) return redirect(unitPath(params, { ...(card ? { card } : {}), 'not-kept': 'yes' }))
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return Response.json({ message: refusal.message }, { status: refusal.status })
  }
}

/** What the edge throws for a page to show: a form that arrived broken, or from somebody nobody knows. */
const isRefusal = (error: unknown) => typeof error === 'object' && error !== null && 'type' in error && error.type === 'DataWithResponseInit'

function refusalOf(error: unknown): { status: number; message: string } | null {
  if (error instanceof ZodError) return { status: 400, message: error.issues[0]?.message ?? 'Something is missing.' }
  if (error instanceof NotFound) return { status: 404, message: error.message }
  if (error instanceof Forbidden) return { status: 403, message: error.message }
  return error instanceof Conflict ? { status: 409, message: error.message } : null
}
