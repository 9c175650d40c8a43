import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { takePack } from '#modules/cases/take-pack.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

/** An address for sending to: its page is the form. */
export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/concerns/${params.concernId!}/pack`)

/** The locked file itself, made and sent at once: it is kept nowhere. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const { id, password } = fields(form)
  const outcome = await asForm(form, () => takePack(viewer, { id: id ?? '', concernId: params.concernId!, password: password ?? '' }))
  if ('refused' in outcome) return redirect(`/concerns/${params.concernId!}/pack?problem=${outcome.refused.data.fields.password ? 'password' : 'moved'}`)
  const { html, file } = outcome.done
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Disposition': `attachment; filename="${file}"`, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } })
}
