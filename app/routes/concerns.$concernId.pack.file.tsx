import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { takePack } from '#modules/cases/take-pack.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

/** An address for sending to: its page is the form. */
export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/concerns/${params.concernId!}/pack`)

/** The locked file itself, made and sent at once: it is kept nowhere. Its answer is a file and no page: whatever is refused is said on the page of the form. */
export async function action(args: ActionFunctionArgs) {
  try {
    return await theFile(args)
  } catch (error) {
    if (error instanceof Response || error instanceof Error) throw error
    return redirect(`/concerns/${args.params.concernId!}/pack?problem=again`)
  }
}

async function theFile({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const { password } = fields(form)
  const outcome = await asForm(form, () => takePack(viewer, { concernId: params.concernId!, password: password ?? '' }))
  if ('refused' in outcome) return redirect(`/concerns/${params.concernId!}/pack?problem=${outcome.refused.data.fields.password ? 'password' : 'moved'}`)
  const { html, file } = outcome.done
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Disposition': `attachment; filename="${file}"`, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } })
}
