import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { requireViewer } from './session.server.ts'

/**
 * The loader of an address that only takes a form: whoever comes by a link goes to the page the form is on, a stranger to the door. Sent
 * without script and refused, a form comes back through this loader before what was typed is shown, and must not be led away from it: Remix
 * then asks with the form's own headers, which no link carries.
 */
export async function toThePage({ context, request }: Pick<LoaderFunctionArgs, 'context' | 'request'>, page: string) {
  await requireViewer(context, request)
  if (!request.headers.has('content-type')) throw redirect(page)
  return null
}
