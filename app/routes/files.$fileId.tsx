import type { LoaderFunctionArgs } from '@remix-run/node'
import { allowed, isAllowed, isSound } from '#modules/accreditation/file-kinds.ts'
import { findFile } from '#modules/accreditation/find-file.server.ts'
import { partOf } from '#app/http/part-of.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

/** A photo is shown and a recording played in the page it belongs to; anything else is saved, and opened by nothing of ours. Nothing in it runs, wherever it is opened. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { id, type, bytes } = await asPage(findFile(viewer, { fileId: params.fileId ?? '' }))
  const end = isAllowed(type) ? allowed[type].ends : 'bin'
  const headers = {
    'Content-Type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
    'Content-Disposition': `${type.startsWith('image/') || isSound(type) ? 'inline' : 'attachment'}; filename="evidence-${id.slice(-8)}.${end}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'", 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin',
  }
  return isSound(type) ? partOf(request, bytes, headers) : new Response(new Uint8Array(bytes), { headers: { ...headers, 'Content-Length': String(bytes.length) } })
}
