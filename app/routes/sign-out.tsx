import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { endSession } from '#modules/identity/end-session.server.ts'
import { clearSession, tokenOf } from '#app/http/session.server.ts'

export const loader = () => redirect('/')

export async function action({ request }: ActionFunctionArgs) {
  const token = await tokenOf(request.headers.get('cookie') ?? '')
  if (token) await endSession(token)
  // Only the cache: "storage" would take what somebody wrote and the server does not have yet.
  return redirect('/sign-in', { headers: [...(await clearSession(request)), ['Clear-Site-Data', '"cache"']] })
}
