import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { discardKeptForm } from '#modules/identity/kept-forms.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { ownPath, requireViewer } from '#app/http/session.server.ts'

export const loader = () => redirect('/sending')

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { next } = fields(await readForm(request))
  const id = z.uuid().safeParse(params.keptId)
  if (id.success) await discardKeptForm(viewer, id.data)
  return redirect(ownPath(next))
}

export { default } from '#app/ui/never-drawn.tsx'
