import type { LoaderFunctionArgs } from '@remix-run/node'
import { takeRegister } from '#modules/vetting/take-register.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

/** The register as a file, for who has shown that it is them. No copy of it is kept on the way. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const { fileName, text } = await asPage((async () => takeRegister(viewer, { organisationId: params.organisationId ?? '' }))())
  return new Response(text, { headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present', 'Content-Disposition': `attachment; filename="${fileName}"`, 'Cache-Control': 'no-store, private', 'X-Content-Type-Options': 'nosniff' } })
}
