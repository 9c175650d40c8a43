import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { MonitorUp, Users, WifiOff } from 'lucide-react'
import { newId } from '#modules/db/new-id.ts'
import { findRoom } from '#modules/supervision/find-room.server.ts'
import { findStandbys } from '#modules/supervision/find-standbys.server.ts'
import { renewSeat } from '#modules/supervision/renew-seat.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { useNews } from '#app/live/use-news.ts'
import { AgendaList, isLaid } from '#app/rooms/agenda-list.tsx'
import { Announce } from '#app/rooms/announce.tsx'
import { CheckInRound } from '#app/rooms/check-in-round.tsx'
import { CloseRoom } from '#app/rooms/close-room.tsx'
import { ComeIn } from '#app/rooms/come-in.tsx'
import { BringTopic, ForSupervisors } from '#app/rooms/for-supervisors.tsx'
import { GoOnWithOne } from '#app/rooms/go-on-with-one.tsx'
import { Kept } from '#app/rooms/kept.tsx'
import { Lobby } from '#app/rooms/lobby.tsx'
import { NothingWaits } from '#app/rooms/nothing-waits.tsx'
import { QuietSignal } from '#app/rooms/quiet-signal.tsx'
import { RoomHead } from '#app/rooms/room-head.tsx'
import { RoomState } from '#app/rooms/room-state.tsx'
import { Seats } from '#app/rooms/seats.tsx'
import { Speaking } from '#app/rooms/speaking.tsx'
import { TimeForMe } from '#app/rooms/time-for-me.tsx'
import { useReadAgainAt, useSeat } from '#app/rooms/use-seat.ts'
import { markWords } from '#app/rooms/words.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Tag } from '#app/ui/tag.tsx'
import '#app/rooms/room.css'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? `${data.room.groupName}, meeting ${data.room.number}` : 'The room'} · Belay` }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const meetingId = params.meetingId ?? ''
  const query = new URL(request.url).searchParams
  return asPage((async () => {
    // Without script the page loads itself again, and that is its beat.
    if (query.has('here')) await renewSeat(viewer, { meetingId })
    const room = await findRoom(viewer, meetingId)
    const needsStandby = room.me.supervises && (room.state.is === 'lobby' || room.state.is === 'counting' || room.state.is === 'still')
    return {
      room, noteIds: Object.fromEntries(room.members.map(({ personId }) => [personId, newId()])), standbys: needsStandby ? await findStandbys(viewer, room.organisationId) : [], isWriting: query.has('write'),
      fresh: { turn: newId(), checkIn: newId(), kept: newId(), signal: newId(), mark: newId(), topic: newId() },
    }
  })())
}

export default function RoomPage() {
  const { room, noteIds, standbys, fresh, isWriting } = useLoaderData<typeof loader>()
  const connection = useNews({ watch: ['meeting', room.id] })
  const isRunning = room.state.is !== 'over' && room.state.is !== 'called-off'
  useSeat(room.id, isRunning && (room.me.isSeated || room.members.some((member) => member.personId === room.me.personId && member.presence === 'lost')))
  useReadAgainAt(room.state.is === 'counting' ? room.state.stillAt : null, room.at)
  const hasSigns = (room.state.is === 'open' && !room.standbyId) || (room.me.supervises && isRunning) || connection === 'lost'
  const isRound = room.items.find((item) => item.id === room.itemId)?.kind === 'check-in'
  const agenda = (isRunning || room.items.length > 0) && <Sheet aria-labelledby="today"><h2 id="today" className="h3">{isRunning ? isLaid(room) ? 'Today' : 'How it goes' : 'What it went through'}</h2><AgendaList room={room} /><BringTopic room={room} freshId={fresh.topic} />{isRunning && room.me.part === 'mentor' && <TimeForMe meetingId={room.id} name={room.names[room.me.personId] ?? 'you'} freshId={fresh.topic} isAsked={room.items.some((item) => item.forId === room.me.personId)} />}</Sheet>
  return (
    <Shell reading back={{ to: '/rooms', label: 'Rooms' }} aside={room.me.supervises ? <>{agenda}<ForSupervisors room={room} noteIds={noteIds} freshId={fresh.mark} /></> : undefined}>
      {isRunning && room.me.isSeated && <NoScript meetingId={room.id} isWriting={isWriting} />}
      <Announce room={room} />
      {hasSigns && <Bar>
        {room.state.is === 'open' && !room.standbyId && <Tag tone="rope" icon={Users}>Both supervisors here</Tag>}
        {room.me.supervises && isRunning && <Link className="live-line" to={`/rooms/${room.id}/screen`} target="_blank"><MonitorUp size={18} aria-hidden="true" />Shared screen</Link>}
        {connection === 'lost' && <Tag tone="sun" icon={WifiOff}>No live link just now. The page tries again by itself.</Tag>}
      </Bar>}
      <RoomHead room={room} />
      <RoomState room={room} />
      <Lobby room={room} standbys={standbys} />
      <GoOnWithOne room={room} standbys={standbys} />
      {!room.me.isSeated && <ComeIn room={room} />}
      {room.me.part === 'mentor' && room.me.mark && room.state.is === 'over' && <p>The register says you were <b>{markWords[room.me.mark]}</b>. If that is not right, tell one of your supervisors.</p>}
      <Seats room={room} />
      {isRound && <CheckInRound room={room} freshId={fresh.checkIn} />}
      <Speaking room={room} freshId={fresh.turn} />
      {!isRound && <CheckInRound room={room} freshId={fresh.checkIn} />}
      <QuietSignal room={room} freshId={fresh.signal} />
      <NothingWaits room={room} />
      <Kept room={room} freshId={fresh.kept} />
      {!room.me.supervises && agenda}
      <CloseRoom room={room} />
      {room.me.isSeated && <ComeIn room={room} />}
    </Shell>
  )
}

/** Without script the page reads itself again every 15 s and so keeps the seat; while somebody writes it must not take the words away. */
const NoScript = ({ meetingId, isWriting }: { meetingId: string; isWriting: boolean }) => (
  <noscript>
    {isWriting
      ? <p>This page waits while you write. <a href={`/rooms/${meetingId}?here`}>Go on with the room</a></p>
      : <><meta httpEquiv="refresh" content={`15;url=/rooms/${meetingId}?here`} /><p>This page reads itself again every 15 seconds. <a href={`/rooms/${meetingId}?here&write`}>Hold it while I write</a></p></>}
  </noscript>
)
