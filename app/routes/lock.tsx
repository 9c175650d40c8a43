import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { lockSession } from '#modules/identity/lock-session.server.ts'
import { requireHalfway } from '#app/http/session.server.ts'

export const loader = () => redirect('/unlock')

/** Covers the page of somebody on the staff. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = await requireHalfway(context, request)
  await lockSession(viewer)
  return redirect('/unlock')
}
