import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Forbidden } from '#modules/errors.ts'
import { findRoom } from '#modules/supervision/find-room.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { useNews } from '#app/live/use-news.ts'
import { RoomHead } from '#app/rooms/room-head.tsx'
import { RoomState } from '#app/rooms/room-state.tsx'
import { Seats } from '#app/rooms/seats.tsx'
import { useReadAgainAt, useSeat } from '#app/rooms/use-seat.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import '#app/rooms/room.css'

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: `${found?.room.groupName ?? 'The room'} on the shared screen · Belay` }]

/** For the wall everybody looks at: what is private never leaves the server for this page. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const room = await asPage(findRoom(viewer, params.meetingId ?? ''))
  if (!room.me.supervises) throw data({ message: new Forbidden().message }, { status: 403 })
  return { room: { ...room, forSupervisors: null, mySignal: null } }
}

export default function ScreenPage() {
  const { room } = useLoaderData<typeof loader>()
  useNews({ watch: ['meeting', room.id] })
  useSeat(room.id, room.me.isSeated && room.state.is !== 'over')
  useReadAgainAt(room.state.is === 'counting' ? room.state.stillAt : null, room.at)
  return (
    <main className="screen" id="main">
      <RoomHead room={room} />
      <RoomState room={room} />
      <Seats room={room} />
      {room.kept.length > 0 && <Sheet aria-labelledby="kept"><h2 id="kept">What we keep from today</h2><ul className="kept">{room.kept.map((note) => <li key={note.id}>{note.words}</li>)}</ul></Sheet>}
    </main>
  )
}
