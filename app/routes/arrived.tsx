import type { LoaderFunctionArgs } from '@remix-run/node'
import { whatArrived } from '#modules/audit/what-arrived.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

/** Asked by pages that keep drafts: which of these have arrived? */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return Response.json({ arrived: await asPage(whatArrived(viewer, { ids: new URL(request.url).searchParams.getAll('id') })) })
}
