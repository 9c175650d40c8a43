import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { renewSeat } from '#modules/supervision/renew-seat.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/rooms/${params.meetingId ?? ''}`)

/** The open page's beat. Answers whether the seat is still held. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return Response.json({ isHeld: await asPage(renewSeat(viewer, { meetingId: params.meetingId ?? '' })) })
}
