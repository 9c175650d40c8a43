import type { LoaderFunctionArgs } from '@remix-run/node'
import { downloadBatch } from '#modules/claims/download-batch.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

/** The batch as a file, for who has just shown that it is them. It holds names, birthdays and numbers: no copy of it is kept on the way. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const { fileName, text } = await asPage(downloadBatch(viewer, { batchId: params.batchId ?? '' }))
  return new Response(text, { headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present', 'Content-Disposition': `attachment; filename="${fileName}"`, 'Cache-Control': 'no-store, private', 'X-Content-Type-Options': 'nosniff' } })
}
