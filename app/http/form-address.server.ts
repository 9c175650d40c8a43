import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { requireViewer } from './session.server.ts'

/**
 * Is this page being drawn because a form was sent to it without script? Then what was typed is about to be shown on it, and nobody is led away
 * from it. Remix asks with the form's own headers, which no link carries.
 */
export const isAfterForm = (request: Request): boolean => request.headers.has('content-type')

/** The loader of an address that only takes a form: whoever comes by a link goes to the page the form is on, a stranger to the door. */
export async function toThePage({ context, request }: Pick<LoaderFunctionArgs, 'context' | 'request'>, page: string) {
  await requireViewer(context, request)
  if (!isAfterForm(request)) throw redirect(page)
  return null
}
