import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { endVisit } from '#modules/mentoring/end-visit.server.ts'
import { clearVisit, visitTokenOf } from '#app/http/visit.server.ts'

export const loader = () => redirect('/m')

export async function action({ request }: ActionFunctionArgs) {
  const token = await visitTokenOf(request)
  if (token) await endVisit(token)
  return redirect('/m?finished', { headers: { 'Set-Cookie': await clearVisit(), 'Clear-Site-Data': '"cache"' } })
}

export { default } from '#app/ui/never-drawn.tsx'
