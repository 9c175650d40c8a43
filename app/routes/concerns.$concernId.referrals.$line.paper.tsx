import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { printReferral } from '#modules/cases/print-referral.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { asBytes } from '#app/awards/answer.server.ts'

const Which = z.object({ concernId: z.uuid(), number: z.coerce.number().int().positive() })

/** A referral as a PDF, to print or to send. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const { pdf, file } = await asPage((async () => printReferral(viewer, Which.parse({ concernId: params.concernId, number: params.line })))())
  return new Response(asBytes(pdf), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${file}"`, 'Cache-Control': 'no-store' } })
}
