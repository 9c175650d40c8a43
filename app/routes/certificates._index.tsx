import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { markTyped } from '#modules/awards/addresses.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'

export const loader = () => redirect('/badges/verify')

/** From what somebody typed off the paper to the certificate's own page. */
export async function action({ request }: ActionFunctionArgs) {
  const { mark = '' } = fields(await readForm(request))
  return redirect(markTyped(mark) ? `/certificates/${markTyped(mark)}` : '/badges/verify')
}
