import type { LoaderFunctionArgs } from '@remix-run/node'
import { takeLooks } from '#modules/safeguarding/take-looks.server.ts'
import { monthOf } from '#modules/safeguarding/who-looked.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const { fileName, text } = await asPage((async () => takeLooks(viewer, { month: monthOf(new URL(request.url).searchParams.get('month')) }))())
  return new Response(text, { headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present', 'Content-Disposition': `attachment; filename="${fileName}"`, 'Cache-Control': 'no-store, private', 'X-Content-Type-Options': 'nosniff' } })
}
