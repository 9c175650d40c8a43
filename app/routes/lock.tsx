import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { lockSession } from '#modules/identity/lock-session.server.ts'

export const loader = () => redirect('/unlock')

/** Covers the page of somebody on the staff. Whoever is not signed in here has nothing to cover. */
export async function action({ context }: ActionFunctionArgs) {
  const standing = await context.standing()
  if (standing) await lockSession(standing.viewer)
  return redirect('/unlock')
}
