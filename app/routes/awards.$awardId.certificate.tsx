import { type LoaderFunctionArgs } from '@remix-run/node'
import { findCertificate } from '#modules/awards/find-certificate.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { asBytes } from '#app/awards/answer.server.ts'

/** The certificate as a PDF, to print or to send. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { pdf, file } = await asPage(findCertificate(viewer, { awardId: params.awardId ?? '' }))
  return new Response(asBytes(pdf), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${file}"` } })
}
