import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { endSession } from '#modules/identity/end-session.server.ts'
import { clearSession, tokenOf } from '#app/http/session.server.ts'

export const loader = () => redirect('/')

export async function action({ request }: ActionFunctionArgs) {
  const token = await tokenOf(request.headers.get('cookie') ?? '')
  if (token) await endSession(token)
  return redirect('/sign-in', { headers: { 'Set-Cookie': await clearSession(), 'Clear-Site-Data': '"cache"' } })
}
