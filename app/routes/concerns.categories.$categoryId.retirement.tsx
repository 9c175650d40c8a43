import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { retireCategory } from '#modules/safeguarding/retire-category.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) => toThePage({ context, request }, '/concerns/categories')

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  await readForm(request)
  await asPage(retireCategory(viewer, { categoryId: params.categoryId! }))
  return redirect('/concerns/categories')
}

export { default } from '#app/ui/never-drawn.tsx'
