import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Conflict } from '#modules/errors.ts'
import { comeIn } from '#modules/teaching/come-in.server.ts'
import { roomNow } from '#modules/teaching/room-now.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { NoRoom, PhonePage } from '#app/teaching/phone-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.room?.title ?? 'In the room'} · Belay` }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const room = await asPage(roomNow(viewer))
  // Ended in between: then the page says so by itself.
  if (room?.isToSaySo) await comeIn(viewer, { sessionId: room.sessionId }).catch((error: unknown) => { if (!(error instanceof Conflict)) throw error })
  // Ids that know no time: one of them stands beside an answer on the screen.
  return { room, meId: viewer.id, freshIds: { answer: crypto.randomUUID(), stuck: crypto.randomUUID() } }
}

export default function Now() {
  const { room, meId, freshIds } = useLoaderData<typeof loader>()
  return room ? <PhonePage room={room} meId={meId} freshIds={freshIds} /> : <NoRoom meId={meId} />
}
