import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { leaveRoom } from '#modules/supervision/leave-room.server.ts'
import { inRoom } from '#app/rooms/in-room.server.ts'
import { RoomRefusal } from '#app/rooms/room-refusal.tsx'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/rooms/${params.meetingId ?? ''}`)

export const action = (given: ActionFunctionArgs) => inRoom(given, leaveRoom)

export default RoomRefusal
