import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { printCertificate } from '#modules/keeping/print-certificate.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { asBytes } from '#app/awards/answer.server.ts'

/** A certificate of destruction as a PDF. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const { pdf, file } = await asPage((async () => printCertificate(viewer, z.uuid().parse(params.destructionId)))())
  return new Response(asBytes(pdf), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${file}"`, 'Cache-Control': 'no-store' } })
}
