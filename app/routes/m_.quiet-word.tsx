import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { setVisit, visitOf, visitTokenOf } from '#app/http/visit.server.ts'

export const loader = () => redirect('/m')

/** A mentee wants to say something about their mentor, or how things go: the form begins with that, and the address does not say it. */
export async function action({ context, request }: ActionFunctionArgs) {
  const visit = await visitOf(context, request)
  if (!visit) return redirect('/m')
  return redirect('/m/worried', { headers: { 'Set-Cookie': await setVisit((await visitTokenOf(request))!, { quietFor: visit.visitor.menteeId }) } })
}

export { default } from '#app/ui/never-drawn.tsx'
