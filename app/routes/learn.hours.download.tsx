import type { LoaderFunctionArgs } from '@remix-run/node'
import { myHours } from '#modules/completion/hours-of.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { hoursAsCsv } from '#app/completion/hours-as-csv.server.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return hoursAsCsv(await asPage(myHours(viewer)))
}
